/** The text without what surrounds code on a page or in a terminal: fences, prompts, cell magics. */
export function unwrap(pasted: string): string {
  const text = pasted.replaceAll(/\r\n?/g, '\n').replace(/^\ufeff/, '')
  const fenced = inFence(text)
  const plain = fenced.replace(/^\s*%%\w+[^\n]*\n/, '')
  return withoutPrompts(plain).trim()
}

/** What the first fence holds, where there is one. */
function inFence(text: string): string {
  const start = /^[ \t]{0,20}(?:`{3,}|~{3,})[^\n`]*\n/m.exec(text)
  if (!start) return text
  const from = start.index + start[0].length
  const end = /^[ \t]{0,20}(?:`{3,}|~{3,})[ \t]*$/m.exec(text.slice(from))
  return text.slice(from, end ? from + end.index : undefined)
}

const prompt =
  /^[ \t]*(?:\$|%|#(?= ?curl\b)|>>>|\.\.\.|!|PS [^>\n]{0,100}>|[A-Z]:\\[^>\n]{0,100}>|In \[\d*\]:|\(\w+\) \$)(?:[ \t]|(?=curl\b)|$)/

/** Prompts are taken away where the first line has one, from all lines that have one. */
function withoutPrompts(text: string): string {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  if (!prompt.test(lines[first] ?? '')) return text
  return lines.map((line) => line.replace(prompt, '')).join('\n')
}
