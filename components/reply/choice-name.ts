/** How a choice is called: A, B, … Z, then numbers. `index` is its 0-based place among the tabs. */
export function choiceName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1)
}
