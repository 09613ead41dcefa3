const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', ',': ',', '\\': '\\' }

/**
 * Splits typed stop sequences: commas separate, blanks around an entry are dropped, and `\n`, `\r`,
 * `\t`, `\,` and `\\` are read as one character; any other backslash stands for itself. An escaped
 * blank survives trimming. Gives the sequences in order, empty ones left out.
 */
export function splitStops(text: string): string[] {
  const entries: string[][] = [[]]
  for (const piece of text.match(/\\[\s\S]|[\s\S]/g) ?? []) {
    if (piece === ',') entries.push([])
    else entries.at(-1)?.push(piece)
  }
  return entries
    .map(trimPieces)
    .map(joinPieces)
    .filter((entry) => entry !== '')
}

/** A stop sequence as it is typed and shown: the inverse of `splitStops` for one sequence. */
export function escapeStop(sequence: string): string {
  const escaped = sequence.replace(/[\\,\n\r\t]/g, (character) => {
    const name = Object.keys(escapes).find((key) => escapes[key] === character)
    return `\\${name ?? character}`
  })
  return escaped.replace(/^ +| +$/g, (blanks) => '\\ '.repeat(blanks.length))
}

function trimPieces(pieces: string[]): string[] {
  const solid = pieces.map((piece) => !/^\s$/.test(piece))
  return pieces.slice(Math.max(0, solid.indexOf(true)), solid.lastIndexOf(true) + 1)
}

function joinPieces(pieces: string[]): string {
  return pieces.map((piece) => (piece.length === 1 ? piece : unescapePiece(piece))).join('')
}

function unescapePiece(piece: string): string {
  const letter = piece.slice(1)
  return letter === ' ' ? ' ' : (escapes[letter] ?? piece)
}
