/** What a choice is called by its 0-based place: A, B, … Z, then numbers. */
export function choiceName(place: number): string {
  return place < 26 ? String.fromCharCode(65 + place) : String(place + 1)
}
