import { describe, expect, it } from 'vitest'
import { limits } from '../definition/limits.ts'
import { pasteLimits } from './pasted.ts'
import { type Clipboard, readPaste } from './read-paste.ts'

const read = (clipboard: Partial<Clipboard>) => {
  const result = readPaste({ html: '', text: '', ...clipboard })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.pasted
}
const text = (...rows: string[]) => read({ text: rows.join('\n') })
const html = (rows: string) => read({ html: `<table>${rows}</table>` })
const roles = ({ headings }: ReturnType<typeof read>) => headings.columns.map(({ role }) => role)
const refused = (clipboard: Partial<Clipboard>) => {
  const result = readPaste({ html: '', text: '', ...clipboard })
  return result.ok ? 'read' : result.refusal.code
}

describe('headings', () => {
  it('are known by the words that offices use', () => {
    const pasted = text(
      'No.\tUraian Prosedur\tAktor\tPersyaratan/Perlengkapan\tWaktu (menit)\tKeluaran\tKet.',
      '1\tMencatat\tStaf\tSurat\t15\tBuku\t-',
    )
    expect(roles(pasted)).toEqual(['number', 'activity', 'lane', 'requirements', 'time', 'output', 'remark'])
    expect(pasted.steps[0]?.duration).toMatchObject({ amount: 15, unit: 'minute' })
  })

  it('may be lanes of a matrix that nothing stands over', () => {
    const pasted = text(
      'No\tKegiatan\tPetugas\tCamat\tKelengkapan\tWaktu',
      '1\tMencatat\tv\t\tSurat\t1 jam',
      '2\tMenandatangani\t\t√\tKonsep\t1 hari',
    )
    expect(pasted.lanes).toEqual(['Petugas', 'Camat'])
    expect(pasted.steps.map(({ lanes }) => lanes)).toEqual([['Petugas'], ['Camat']])
  })

  it('may be missing: the columns are then taken in the order of our own table', () => {
    expect(roles(text('1\tMencatat\tStaf\tSurat', '2\tMengirim\tStaf\tSurat'))).toEqual([
      'number',
      'activity',
      'lane',
      'requirements',
    ])
    expect(roles(text('Mencatat\tStaf'))).toEqual(['activity', 'lane'])
  })

  it('may be numbered, and may come again on the next page', () => {
    const pasted = html(`
      <tr><th>No</th><th>Kegiatan</th><th>Pelaksana</th></tr><tr><td>(1)</td><td>(2)</td><td>(3)</td></tr>
      <tr><td>1</td><td>Mencatat</td><td>Staf</td></tr>
      <tr><th>No</th><th>Kegiatan</th><th>Pelaksana</th></tr>
      <tr><td>2</td><td>Mengirim</td><td>Staf</td></tr><tr><td></td><td>Jumlah</td><td></td></tr>`)
    expect(pasted.steps.map(({ activity }) => activity)).toEqual(['Mencatat', 'Mengirim'])
    expect(pasted.leftOut).toEqual([
      { row: 4, words: 'No · Kegiatan · Pelaksana' },
      { row: 6, words: 'Jumlah' },
    ])
  })

  it('stand over a table that goes on in another one on the next page', () => {
    const page = (rows: string) => `<table>${rows}</table><p>Halaman 2</p>`
    const first = page('<tr><td>No</td><td>Kegiatan</td><td>Waktu</td></tr><tr><td>1</td><td>Mencatat</td><td>1 jam</td></tr>')
    const other = page('<tr><td>Nomor SOP</td><td>12</td></tr>')
    const pasted = read({ html: other + first + page('<tr><td>2</td><td>Mengirim</td><td>2 jam</td></tr>') })
    expect(pasted.steps.map(({ activity, time }) => [activity, time])).toEqual([
      ['Mencatat', '1 jam'],
      ['Mengirim', '2 jam'],
    ])
  })
})

describe('rows', () => {
  it('go on with the step above where they have no activity of their own', () => {
    const pasted = text(
      'No\tKegiatan\tPelaksana\tKelengkapan\tOutput',
      '1\tMemeriksa berkas\tStaf\t1. KTP\tCatatan',
      '\t\t\t2. KK\t',
      '\tdan mencatatnya\t\t\t',
      '2\tMenyimpan\tStaf\t\tArsip',
    )
    expect(pasted.steps).toMatchObject([
      { activity: 'Memeriksa berkas dan mencatatnya', requirements: ['KTP', 'KK'], row: 2 },
      { activity: 'Menyimpan', output: ['Arsip'], row: 5 },
    ])
  })

  it('read a merged cell for each row that it reaches over, and once in one step', () => {
    const pasted = html(`<tr><th>No</th><th>Kegiatan</th><th>Pelaksana</th><th>Kelengkapan</th></tr>
      <tr><td>1</td><td>Mencatat</td><td rowspan=2>Staf</td><td rowspan=3>KTP</td></tr>
      <tr><td>2</td><td rowspan="2">Mengirim</td></tr>
      <tr><td></td><td>Kurir</td></tr>`)
    expect(pasted.steps.map(({ activity, lanes, requirements }) => [activity, lanes, requirements])).toEqual([
      ['Mencatat', ['Staf'], ['KTP']],
      ['Mengirim', ['Staf', 'Kurir'], ['KTP']],
    ])
  })

  it('may be ragged or reach further than the table', () => {
    const pasted = html(`<tr><th>No</th><th>Kegiatan</th><th>Output</th></tr>
      <tr><td>1</td></tr><tr><td>2<td colspan=900000 rowspan=900000>Mencatat</tr><tr><td>3<td>x<td>y<td>z<td>zz</table>`)
    expect(pasted.steps.map(({ activity, doubts }) => [activity, doubts.includes('no-activity')])).toEqual([
      ['', true],
      ['Mencatat', false],
      ['Mencatat', false],
    ])
  })

  it('mark the lanes of a matrix by any sign, and several where a step is done together', () => {
    const pasted =
      html(`<tr><th rowspan=2>No<th rowspan=2>Kegiatan<th colspan=3>Pelaksana</tr><tr><th>Petugas Loket<th>Kasi<th>Camat</tr>
      <tr><td>1<td>Menerima<td><img src=x><td><td></tr>
      <tr><td>2<td>Memeriksa<td>Tidak<td>◊<td></tr>
      <tr><td>3<td>Merapatkan<td><td>●<td>●</tr>
      <tr><td>4<td>Menyimpan<td><td><td></tr>`)
    expect(pasted.steps.map(({ lanes }) => lanes)).toEqual([['Petugas Loket'], ['Kasi'], ['Kasi', 'Camat'], []])
    expect(pasted.steps.map(({ doubts }) => doubts)).toEqual([[], [], ['several-lanes'], ['no-lane']])
  })

  it('keep the words of a time that cannot be counted', () => {
    const pasted = text(
      'Kegiatan\tPelaksana\tWaktu',
      'Mencatat\tStaf\tmenyesuaikan',
      'Mengirim\tStaf\t-',
      'Rapat\tStaf\t2 x 24 jam',
    )
    expect(pasted.steps.map(({ time, duration, doubts }) => [time, duration?.amount, doubts])).toEqual([
      ['menyesuaikan', undefined, ['time-words']],
      ['', undefined, []],
      ['2 x 24 jam', 48, []],
    ])
  })

  it('lose the numbers and bullets that were typed', () => {
    const pasted = html(`<tr><th>Kegiatan<th>Kelengkapan<th>Output</tr>
      <tr><td>1. Mencatat 2 berkas<td>a. KTP<br>b. KK<br>• 1.500 lembar<td>1) Buku 2) Kartu 3) Arsip 2024</tr>
      <tr><td>2)Mengirim<td><ol><li>Satu</li><li>Dua<ul><li>- Tiga</li></ul></li></ol><td>-</tr>`)
    expect(pasted.steps.map(({ activity, requirements, output }) => [activity, requirements, output])).toEqual([
      ['Mencatat 2 berkas', ['KTP', 'KK', '1.500 lembar'], ['Buku', 'Kartu', 'Arsip 2024']],
      ['Mengirim', ['Satu', 'Dua', 'Tiga'], []],
    ])
  })

  it('may be lines of text without any table', () => {
    expect(text('1. Menerima surat', '', '2. Mencatat surat').steps.map(({ activity }) => activity)).toEqual([
      'Menerima surat',
      'Mencatat surat',
    ])
    expect(read({ html: '<p>Menerima surat</p>', text: 'Menerima surat' }).steps).toHaveLength(1)
  })

  it('have quoted cells with line breaks, and a mark that is never closed is a mark', () => {
    const pasted = text('Kegiatan\tKelengkapan', '"Mencatat ""surat"""\t"KTP\nKK"', '"Mengirim\tKTP')
    expect(pasted.steps.map(({ activity, requirements }) => [activity, requirements])).toEqual([
      ['Mencatat "surat"', ['KTP', 'KK']],
      ['"Mengirim', ['KTP']],
    ])
  })
})

describe('bad input', () => {
  it('stays text, whatever is in it', () => {
    const evil = `<script>alert(1)</script><img src=x onerror=alert(1)>&lt;script&gt;alert(2)&lt;/script&gt;<svg onload=alert(3)>`
    const pasted = html(`<tr><th>Kegiatan<th>Pelaksana<th>Output</tr><tr><td>Mencatat ${evil}<td>${evil}<td>${evil}</tr>`)
    expect(pasted.steps).toMatchObject([
      {
        activity: 'Mencatat <script>alert(2)</script>',
        lanes: ['<script>alert(2)</script>'],
        output: ['<script>alert(2)</script>'],
      },
    ])
  })

  it('keeps what is too long: the whole is in the step and what is over is told', () => {
    const words = 'kata '.repeat(200).trim()
    const [step] = text('Kegiatan\tPelaksana\tKeterangan', `${words}\t${words}\t${'x'.repeat(2500)}`).steps
    expect(step?.activity.length).toBeLessThanOrEqual(limits.label)
    expect(step?.statement).toBe(words)
    expect(`${step?.remark.slice(0, -1)}${step?.rest}`).toBe('x'.repeat(2500))
    expect(step?.lanes[0]?.length).toBeLessThanOrEqual(limits.label)
    expect(step?.remark.length).toBeLessThanOrEqual(limits.sentence)
    expect(step?.doubts).toContain('too-long')
  })

  it('reads so many rows and counts the others, in a moment', () => {
    const row = '<tr style="height:15pt"><td class=xl65>1</td><td class=xl65>Mencatat berkas permohonan</td><td>1 jam</td></tr>'
    const many = html(`<tr><th>No</th><th>Kegiatan</th><th>Waktu</th></tr>${row.repeat(10_000)}`)
    expect([many.steps.length, many.beyond]).toEqual([pasteLimits.rows - 1, 10_001 - pasteLimits.rows])
    const lines = text('Kegiatan\tWaktu', ...Array.from({ length: 10_000 }, () => 'Mencatat\t1 jam'))
    expect([lines.steps.length, lines.beyond]).toEqual([pasteLimits.rows - 1, 10_001 - pasteLimits.rows])
  })

  it.each([
    ['nothing at all', {}],
    ['spaces', { text: ' \n\t\n ' }],
    ['an empty table', { html: '<table><tr><td></td></tr></table>' }],
    ['a table cut short at once', { html: '<table><tr><td title="' }],
  ])('finds no steps in %s', (_, clipboard) => expect(refused(clipboard)).toBe('nothing'))

  it('refuses what is too large to look at', () =>
    expect(refused({ text: 'x'.repeat(pasteLimits.characters + 1) })).toBe('too-large'))

  it('reads broken tables as far as they go', () => {
    expect(html('<tr><td>Mencatat <b>surat<td>Staf</tr><tr><td a="b>c>Mengirim').steps.map(({ activity }) => activity)).toContain(
      'Mencatat surat',
    )
    expect(html("<tr><td class=it's>Mencatat &unknown; 3 < 4 &#0; &#x1F600;").steps[0]?.activity).toBe(
      'Mencatat &unknown; 3 < 4 😀',
    )
  })

  it('takes a table within a cell as words of the cell', () => {
    const pasted = html(
      '<tr><td>Mencatat</td><td><table><tr><td>KTP</td><td>asli</td></tr><tr><td>KK</td></tr></table></td><td>Staf</td></tr>',
    )
    expect(pasted.grid.rows[0]?.map(({ lines }) => lines)).toEqual([['Mencatat'], ['KTP asli', 'KK'], ['Staf']])
  })
})
