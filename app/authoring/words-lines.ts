/** A list as lines of a text box, one item each. A line break inside an item shows as an indented line. */
export const linesOf = (items: readonly string[]): string => items.map((item) => item.replaceAll('\n', '\n  ')).join('\n')

/** Reads the lines back; an empty line is no item, an indented one goes on with the item before it, a bullet is dropped. */
export function itemsOf(text: string): string[] {
  const items: string[] = []
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const words = line.trim()
    if (words === '') continue
    if (/^\s{2,}/.test(line) && items.length > 0) items.push(`${items.pop()}\n${words}`)
    else items.push(words.replace(/^[-•–*]\s+/, ''))
  }
  return items
}

export type TariffLine = { what: string; rupiah: number; per?: string }
export const tariffOf = (lines: readonly TariffLine[]): string =>
  lines.map(({ what, rupiah, per }) => [what, rupiah, ...(per ? [per] : [])].join(' | ')).join('\n')

/** `what | amount | per`; null names a line that says no amount. */
export function readTariff(text: string): TariffLine[] | null {
  const lines = itemsOf(text).map((line): TariffLine | null => {
    const [what = '', amount = '', per] = line.split('|').map((part) => part.trim())
    const digits = amount
      .replace(/^Rp\.?\s*/i, '')
      .replace(/[.\s]/g, '')
      .replace(/,-?0*$/, '')
    if (what === '' || !/^\d{1,12}$/.test(digits)) return null
    return { what, rupiah: Number(digits), ...(per ? { per } : {}) }
  })
  return lines.some((line) => line === null) ? null : lines.filter((line) => line !== null)
}
