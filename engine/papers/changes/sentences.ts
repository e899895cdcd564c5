/** What a sentence of change is made from. */
export type Written = { place: string; what: string; before: readonly string[]; after: readonly string[] }

/** A change as a sentence: "Langkah 4: waktu 2 hari kerja menjadi 1 hari kerja." */
export function sentenceOf({ place, what, before, after }: Written): string {
  return `${place}: ${tellsOf(what, before, after)}.`
}

function tellsOf(what: string, before: readonly string[], after: readonly string[]): string {
  const gone = before.filter((line) => !after.includes(line))
  const come = after.filter((line) => !before.includes(line))
  if (gone.length === 0 && come.length === 0) {
    return sameLines(before, after) ? `pengaturan ${what} diubah` : `urutan ${what} diubah: ${after.join('; ')}`
  }
  if (before.length === 0) return `${what} ditambahkan: ${come.join('; ')}`
  if (after.length === 0) return `${what} dihapus, semula ${gone.join('; ')}`
  if (gone.length === 0) return `${what} ditambah: ${come.join('; ')}`
  if (come.length === 0) return `${what} dikurangi: ${gone.join('; ')}`
  return `${what} ${gone.join('; ')} menjadi ${come.join('; ')}`
}

const sameLines = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, at) => line === b[at])
