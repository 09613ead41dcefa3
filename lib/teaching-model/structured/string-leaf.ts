import type { Leaf } from './leaf.ts'
import { pieceAt, type Automaton } from './pattern/automaton.ts'
import { createSteps, type StringCells } from './string-cells.ts'

// A state is cell × 2^20 + mode. The cell counts code points and holds the pattern's state.
const modes = 2 ** 20
const inside = 0
const escaped = 1
const before = 2
const over = 3
/** Modes from here on are the beginning of a character: 8 + bytes missing × 2^16 + bits so far. */
const partial = 8
const missingUnit = 2 ** 16

/** The first code point that needs a byte and so many more. */
const leastOfLength = [0, 0x80, 0x800, 0x10000]

const quote = 0x22
const backslash = 0x5c
const escapes = new Map([
  [0x22, 0x22],
  [0x5c, 0x5c],
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
])

/**
 * A JSON string in UTF-8: characters stand for themselves, but quotes, backslashes and line ends are
 * escaped in two characters, so that each string has one spelling.
 */
export function createStringLeaf(automaton: Automaton, cells: StringCells, source: string): Leaf {
  const { width, left } = cells
  const { after, anyBetween } = createSteps(automaton, cells)
  const afterCode = (cell: number, code: number) => after(cell, pieceAt(automaton, code)) * modes

  /** The state where `bits` of a character are known and `missing` bytes are to come. */
  function begun(cell: number, missing: number, bits: number): number {
    const unit = 2 ** (6 * missing)
    // What a shorter sequence of bytes can say may not be said in a longer one.
    const lowest = bits < 0x10 ? (leastOfLength[missing] ?? 0) : 0
    if (!anyBetween(cell, Math.max(lowest, bits * unit), (bits + 1) * unit)) return -1
    return cell * modes + partial + missing * missingUnit + bits
  }

  function stepInside(cell: number, byte: number): number {
    if (byte === quote) return left[cell] === 0 ? cell * modes + over : -1
    if (byte === backslash) {
      const possible = [...escapes.values()].some((code) => afterCode(cell, code) >= 0)
      return possible ? cell * modes + escaped : -1
    }
    if (byte < 0x80) return byte < 0x20 ? -1 : afterCode(cell, byte)
    if (byte >= 0xc2 && byte <= 0xdf) return begun(cell, 1, byte & 0x1f)
    if (byte >= 0xe0 && byte <= 0xef) return begun(cell, 2, byte & 0x0f)
    return byte >= 0xf0 && byte <= 0xf4 ? begun(cell, 3, byte & 0x07) : -1
  }

  function stepPartial(cell: number, mode: number, byte: number): number {
    if (byte < 0x80 || byte > 0xbf) return -1
    const missing = Math.floor((mode - partial) / missingUnit)
    const bits = (mode - partial) % missingUnit
    const more = bits * 64 + (byte & 0x3f)
    if (missing === 1) return afterCode(cell, more)
    // Shorter spellings of the same character are the only valid ones.
    if (missing === 2 && more < 0x20) return -1
    if (missing === 3 && (more < 0x10 || more > 0x10f)) return -1
    return begun(cell, missing - 1, more)
  }

  function step(state: number, byte: number): number {
    const mode = state % modes
    const cell = (state - mode) / modes
    if (mode === inside) return stepInside(cell, byte)
    if (mode === before) return byte === quote ? cell * modes + inside : -1
    if (mode === over) return -1
    if (mode !== escaped) return stepPartial(cell, mode, byte)
    const code = escapes.get(byte)
    return code === undefined ? -1 : afterCode(cell, code)
  }

  return {
    kind: 'string',
    // Keys without a pattern tell the lengths themselves.
    name: width > 1 ? `${source} ${cells.least} ${cells.last} ${cells.endless}` : source,
    start: before,
    step: (state, byte) => Math.max(-1, step(state, byte)),
    accepts: (state) => state % modes === over,
    isOver: (state) => state % modes === over,
    shortest: 2 + (left[0] ?? 0),
    keyOf: (state, horizon) => (width > 1 ? state : lengthKey(cells, state, horizon)),
  }
}

/** Whether a state lies between the quotes of a string. */
export function isInsideString(state: number): boolean {
  const mode = state % modes
  return mode !== before && mode !== over
}

/** Without a pattern, lengths that are farther off than the horizon make no difference. */
function lengthKey({ least, last, endless }: StringCells, state: number, horizon: number): string {
  const mode = state % modes
  const count = (state - mode) / modes
  const toLeast = Math.min(Math.max(least - count, 0), horizon)
  const toLast = endless ? horizon : Math.min(last - count, horizon)
  return `${mode} ${toLeast} ${toLast}`
}
