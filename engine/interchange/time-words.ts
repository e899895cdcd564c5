const label = 'Waktu: '

/** A time that nobody can count yet is a line of the step's note, in the words of its author. */
export function timeWords(note: string | undefined): string | null {
  const line = note?.split('\n').find((one) => one.startsWith(label))
  return line === undefined ? null : line.slice(label.length)
}

/** The note with such a line, in place of the one that stood there; undefined where nothing is left of it. */
export function withTimeWords(note: string | undefined, words: string | null): string | undefined {
  const others = (note ?? '').split('\n').filter((line) => line !== '' && !line.startsWith(label))
  const lines = words === null ? others : [`${label}${words.replace(/\s+/g, ' ').trim()}`, ...others]
  return lines.length === 0 ? undefined : lines.join('\n')
}
