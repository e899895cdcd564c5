/** Numbers, letters and bullets typed before a line, as word processors write them out: "1.", "(2)", "b)", "•", "§". */
const numbering = /^(?:\(?\d{1,3}[.)](?!\d)|\(?[a-z][.)](?=\s)|[•·●○▪■◦§➢✓\uf0b7\uf0a7\uf0d8\uf0fc]|[-–—*o](?=\s))\s*/i

export function withoutNumbering(line: string): string {
  const rest = line.replace(numbering, '').trim()
  return rest === '' && /[a-z]{2}/i.test(line) ? line : rest
}

/** Lines as items: numbering taken off, "1. naskah 2. foto 3. surat" parted where the numbers run on from one. */
export function itemsOf(lines: readonly string[]): string[] {
  return lines
    .flatMap(partedByNumbers)
    .map(withoutNumbering)
    .filter((item) => item !== '' && item !== '-')
}

function partedByNumbers(line: string): string[] {
  if (!/^\(?1[.)]/.test(line)) return [line]
  const parts: string[] = []
  let rest = line
  for (let number = 2; ; number += 1) {
    const next = new RegExp(`\\s\\(?${number}[.)](?!\\d)\\s*`).exec(rest)
    if (next === null) break
    parts.push(rest.slice(0, next.index))
    rest = rest.slice(next.index + 1)
  }
  return [...parts, rest]
}
