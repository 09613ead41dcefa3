const roles: Readonly<Record<string, readonly string[]>> = {
  system: ['system', 'system prompt'],
  developer: ['developer'],
  user: ['user', 'human', 'you', 'you said'],
  assistant: [
    'assistant',
    'ai',
    'bot',
    'gpt',
    'chatgpt',
    'chatgpt said',
    'claude',
    'gemini',
    'model',
  ],
}

const byWord = new Map(
  Object.entries(roles).flatMap(([role, words]) => words.map((word) => [word, role] as const)),
)

/** The role that a word names in any of the usual forms, whatever its case; nothing for any other word. */
export function roleOf(word: string): string | undefined {
  return byWord.get(word.toLowerCase())
}
