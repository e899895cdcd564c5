import { expect, it } from 'vitest'
import { csvOf } from './csv.ts'
import { readTable } from './read-table.ts'

it.each([
  [
    'pasted from a spreadsheet',
    'Nomor\tTentang\n1\tA, B; C\r\n',
    [
      ['Nomor', 'Tentang'],
      ['1', 'A, B; C'],
    ],
  ],
  [
    'semicolons',
    '1;"a;b"\n2;c',
    [
      ['1', 'a;b'],
      ['2', 'c'],
    ],
  ],
  ['quotes inside quotes, line ends inside quotes', '1,"kata ""besar""\nbaris"\n', [['1', 'kata "besar"\nbaris']]],
  ['a quote that is a word', '1,5" pipa', [['1', '5" pipa']]],
  ['an empty line between', '1,a\n\n2,b', [['1', 'a'], [''], ['2', 'b']]],
  ['nothing', '', []],
])('reads %s', (_, text, rows) => expect(readTable(text)).toEqual(rows))

it('reads back what was written as CSV', () => {
  const rows = [
    ['298 /TAHUN 2023', 'Standar "Baru", dua\nbaris'],
    ['12. b', ';\t'],
  ]
  const csv = csvOf({
    name: 'x',
    columns: [
      { header: 'Nomor', width: 9 },
      { header: 'Tentang', width: 9 },
    ],
    rows,
  })
  expect(readTable(csv)).toEqual([['Nomor', 'Tentang'], rows[0], ['12. b', ';']])
})
