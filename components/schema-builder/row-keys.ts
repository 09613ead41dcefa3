/** Keys for rows that are known by their names and may be renamed: a row keeps its key, and its state. */
export class RowKeys {
  readonly #keys = new Map<string, string>()
  #made = 0

  /** The key of the row with this name. */
  of(name: string): string {
    const known = this.#keys.get(name)
    if (known !== undefined) return known
    this.#made += 1
    const key = `row-${this.#made}`
    this.#keys.set(name, key)
    return key
  }

  /** Lets the row of one name be known by another. */
  rename(name: string, next: string): void {
    const key = this.of(name)
    this.#keys.delete(name)
    this.#keys.set(next, key)
  }
}
