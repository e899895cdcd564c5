/** Names that are common enough to be nobody's. */
const pool = [
  ...['Ayu', 'Bagus', 'Citra', 'Dimas', 'Endang', 'Fajar', 'Gita', 'Hendra', 'Indah', 'Joko', 'Kartika', 'Lestari'],
  ...['Made', 'Nanda', 'Oktavia', 'Pandu', 'Ratna', 'Surya', 'Tari', 'Umar', 'Vina', 'Wahyu', 'Yanti', 'Zainal'],
]

/**
 * A name for each title, made from the title itself: the same title is called the same as long as nobody before it in the
 * list has its name.
 */
export function inventedNames(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const name = freeName(hashOf(title), taken)
    taken.add(name)
    return name
  })
}

function freeName(start: number, taken: ReadonlySet<string>): string {
  for (let turn = 0; ; turn += 1) {
    const name = pool[(start + turn) % pool.length] ?? ''
    const round = Math.floor(turn / pool.length)
    const full = round === 0 ? name : `${name} ${round + 1}`
    if (!taken.has(full)) return full
  }
}

const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 100_003, 7)
