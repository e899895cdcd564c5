const small = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas']

/** A whole number below a hundred as papers write it beside its figure: "empat", "dua belas", "tiga puluh satu". */
export function spelled(number: number): string {
  if (number < small.length) return small[number] ?? ''
  if (number < 20) return `${small[number - 10]} belas`
  const [tens, rest] = [Math.floor(number / 10), number % 10]
  return `${small[tens]} puluh${rest === 0 ? '' : ` ${small[rest]}`}`
}
