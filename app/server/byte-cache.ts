/** Keeps what was used last within a number of bytes; the longest unused goes first. */
export class ByteCache<T> {
  private readonly entries = new Map<string, { value: T; bytes: number }>()
  private total = 0

  constructor(private readonly most: number) {}

  get bytes(): number {
    return this.total
  }

  get(key: string): T | undefined {
    const entry = this.entries.get(key)
    if (!entry) return undefined
    this.entries.delete(key)
    this.entries.set(key, entry)
    return entry.value
  }

  set(key: string, value: T, bytes: number): void {
    this.delete(key)
    if (bytes > this.most) return
    this.entries.set(key, { value, bytes })
    this.total += bytes
    for (const oldest of this.entries.keys()) {
      if (this.total <= this.most) break
      this.delete(oldest)
    }
  }

  private delete(key: string): void {
    const entry = this.entries.get(key)
    if (!entry) return
    this.entries.delete(key)
    this.total -= entry.bytes
  }
}
