/** A map that forgets what was not asked for the longest when it grows beyond `capacity`. */
export class LeastRecentlyUsed<V> {
  readonly #capacity: number
  readonly #entries = new Map<string, V>()

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  getOrMake(key: string, make: () => V): V {
    const known = this.#entries.get(key)
    const value = known ?? make()
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size > this.#capacity) this.#entries.delete(this.#entries.keys().next().value!)
    return value
  }

  get size(): number {
    return this.#entries.size
  }
}
