import JSZip from 'jszip'
import { expect, it } from 'vitest'
import { csvOf } from './csv.ts'
import type { Cell, Sheet } from './sheet.ts'
import { xlsxOf } from './xlsx.server.ts'

const aSheet = (...cells: Cell[]): Sheet => ({
  name: 'Standar',
  columns: cells.map((_, n) => ({ header: `K${n}`, width: 20 })),
  rows: [cells],
})
const dangerous = ['=1+1', '+62 812', '-2', '@SUM(A1)', '\t=1', ' =cmd|calc', '＝1+1', '\u200B=1']

async function xlsxParts(sheet: Sheet) {
  const zip = await JSZip.loadAsync(await xlsxOf(sheet))
  const text = async (name: string) => (await zip.file(name)?.async('string')) ?? ''
  return {
    sheet: await text('xl/worksheets/sheet1.xml'),
    strings: await text('xl/sharedStrings.xml'),
    styles: await text('xl/styles.xml'),
  }
}

it.each(dangerous)('keeps %j a text in a spreadsheet', async (text) => {
  const { sheet, strings, styles } = await xlsxParts(aSheet(text))
  expect(sheet).not.toMatch(/<f[ >]/)
  expect(sheet + strings).toContain(text.trim().replace('&', '&amp;'))
  expect(styles).toMatch(/numFmtId="49"|formatCode="@"/)
})

it.each(dangerous)('lets no program take %j of a CSV for a formula', (text) => {
  expect(csvOf(aSheet(text)).split('\r\n')[1]).toMatch(/^"?'/)
})

it('writes CSV that reads back as it was: commas, quotes, lines, numbers and dates', () => {
  const csv = csvOf(aSheet('a, "b"\nc', 12, { date: '2026-03-17' }, null, 'Biasa'))
  expect(csv).toBe('\uFEFFK0,K1,K2,K3,K4\r\n"a, ""b""\nc",12,2026-03-17,,Biasa\r\n')
})

it('writes numbers and dates as what they are, on the same day in every time zone', async () => {
  const { sheet } = await xlsxParts(aSheet(1_250_000, { date: '2026-03-17' }))
  expect(sheet).toContain('<v>1250000</v>')
  // Days since 30 December 1899.
  expect(sheet).toContain('<v>46098</v>')
})

it('holds what no file can hold out of it, and cuts only what no cell can hold', async () => {
  const sheet = aSheet('a\u0000b\u0008c\uFFFEd', 'x'.repeat(40_000), '_x0041_ dan \u{1F600}', 'baris\r\nbaru')
  const { sheet: cells, strings } = await xlsxParts(sheet)
  const text = cells + strings
  expect(text).toContain('abcd')
  expect(text).toContain(`${'x'.repeat(32_766)}…<`)
  expect(text).toContain('_x005F_x0041_ dan \u{1F600}')
  expect(csvOf(sheet)).toContain('"baris\nbaru"')
})

it('names its sheet as the format allows', async () => {
  const zip = await JSZip.loadAsync(await xlsxOf({ ...aSheet('a'), name: 'Dinas [A/B]: daftar standar pelayanan yang panjang' }))
  expect(await zip.file('xl/workbook.xml')?.async('string')).toMatch(
    /name="Dinas {2}A B {3}daftar standar"|name="[^"[\]:/]{1,31}"/,
  )
})
