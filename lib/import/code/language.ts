import type { Language } from './token.ts'

/** What tells a language, the surest first. */
const signs: readonly (readonly [Language, RegExp])[] = [
  [
    'python',
    /^\s{0,80}(?:from\s{1,9}[\w.]{1,80}\s{1,9}import\b|import\s{1,9}[\w.]{1,80}\s{0,9}$|(?:async )?def\s)/m,
  ],
  [
    'typescript',
    /^\s{0,80}(?:import\b[^\n]{0,200}\bfrom\s{0,9}['"]|(?:export\s)?(?:const|let|var)\s)/m,
  ],
  [
    'typescript',
    /\.(?:create|parse|stream)\s{0,9}\(\s{0,80}\{|\bprocess\.env\b|\bnew\s{1,9}[A-Z]\w{0,80}\s{0,9}\(/,
  ],
  [
    'python',
    /\b(?:create|stream|a?completion)\s{0,9}\(\s{0,80}(?:#[^\n]{0,200}\s{1,80})?(?:\*\*|[\w"'])/,
  ],
  ['python', /\b(?:requests|httpx)\.\w|\bos\.(?:environ|getenv)\b/],
  ['typescript', /^\s{0,80}(?:await\s{1,9})?(?:fetch|axios)\b|\bfetch\s{0,9}\(|\baxios[.(]/],
  ['python', /^\s{0,80}[A-Za-z_]\w{0,60}(?:\s{0,9}:[^=\n]{1,80})?\s{0,9}=\s{0,9}(?:["'[{(\d-]|\w)/],
  ['python', /^\s{0,80}\{\s{0,80}'[^'\n]{1,60}'\s{0,9}:/],
  [
    'typescript',
    /^\s{0,80}(?:[{,]\s{0,80})?(?:[A-Za-z_$][\w$]{0,60}|"[^"\n]{1,60}"|'[^'\n]{1,60}')\s{0,9}:\s{0,9}(?:[["'`{\d\-.]|(?:true|false|null)\b)/,
  ],
  ['python', /^\s{0,80}[A-Za-z_]\w{0,60}\s{0,9}=[^=]/m],
]

/** The language that a piece of code seems to be written in; nothing where it seems to be none. */
export function languageOf(text: string): Language | undefined {
  return signs.find(([, sign]) => sign.test(text))?.[0]
}
