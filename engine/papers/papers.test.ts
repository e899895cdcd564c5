import { describe, expect, it } from 'vitest'
import { aDefinition, aLane, anEdge, aTask } from '#test/builders/definition.ts'
import {
  aBranchedSop,
  aFullSop,
  aFullStandard,
  anAgencyProfile,
  anUnsetPublication,
  aPublication,
  aReplacedPublication,
} from '#test/builders/papers.ts'
import {
  componentTable,
  decreePaper,
  letterheadOf,
  officialPledge,
  printNip,
  procedureSentences,
  servicePledge,
  serviceSheet,
  sopPaper,
} from './index.ts'

const agency = anAgencyProfile()
const sheet = serviceSheet(aFullStandard(), aPublication(), agency)
const said = (key: string) => sheet.sections.find((section) => section.key === key)?.blocks ?? []
const texts = (key: string) => said(key).map((block) => block.items.map(({ text }) => text))

describe('the service sheet', () => {
  it('holds the six published components under their official headings, or as the agency prints them', () => {
    expect(sheet.sections.map(({ heading }) => heading)).toEqual([
      'Persyaratan',
      'Sistem, Mekanisme, dan Prosedur',
      'Jangka Waktu Penyelesaian',
      'Biaya/Tarif',
      'Produk Pelayanan',
      'Penanganan Pengaduan, Saran, dan Masukan',
    ])
  })

  it('tells the procedure by the sentences of the steps and exits, in row order', () => {
    expect(texts('procedure')).toEqual([
      [
        'Pemohon mengajukan permohonan tertulis.',
        'Petugas memeriksa permohonan.',
        'Jika tidak lengkap, permohonan dikembalikan.',
        'Kepala bidang menyerahkan izin.',
      ],
    ])
  })

  it('says a sentence once that stands on two exits', () => {
    const words = { statement: 'Jika ada revisi, diperbaiki.' }
    const edges = [anEdge('start', 'apply'), anEdge('apply', 'process', words), anEdge('process', 'end', words)]
    expect(procedureSentences(aDefinition({ edges }))).toEqual(['Jika ada revisi, diperbaiki.'])
  })

  it('tells a flow without official sentences by its activities', () => {
    expect(procedureSentences(aDefinition())).toEqual(['Mengerjakan apply', 'Mengerjakan process'])
  })

  it('prints tariffs, time and complaint limits in words', () => {
    expect(texts('fee')).toEqual([['Ruang besar: Rp1.250.000 per hari'], ['Perda No. 3 Tahun 2020']])
    expect(texts('serviceTime')).toEqual([['Maksimal 1 hari kerja'], ['Dihitung sejak berkas lengkap.']])
    expect(texts('complaints')[2]).toEqual([
      'Pengaduan ringan, selambat-lambatnya 3 jam',
      'Pengaduan berat, selambat-lambatnya 30 hari kerja',
    ])
  })

  it('prints a complaint channel by its value or by the contact of the agency, and leaves out an empty one', () => {
    expect(texts('complaints')[0]).toEqual([
      'Tatap muka langsung',
      'WA: 08123456789 (Petugas Aduan)',
      'Telp/Fax: -/-',
      'SP4N-LAPOR (www.lapor.go.id)',
      'Media sosial:',
    ])
    expect(said('complaints')[0]?.items.at(-1)?.sub).toEqual([{ text: 'Instagram: @dispus' }, { text: 'Facebook: Dispus' }])
  })

  it('links telephone, mail and web addresses to safe schemes only', () => {
    const links = said('complaints')[0]?.items.flatMap(({ link }) => link ?? [])
    expect(links).toEqual([
      { at: '08123456789', href: 'https://wa.me/628123456789' },
      { at: 'www.lapor.go.id', href: 'https://www.lapor.go.id' },
    ])
  })
})

describe('the 14-component table', () => {
  it('keeps a row for every component, in two groups numbered from 1', () => {
    const table = componentTable(aDefinition(), aPublication(), agency)
    expect(table.groups.map(({ rows }) => rows.map(({ number }) => number))).toEqual([
      [1, 2, 3, 4, 5, 6],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ])
  })
})

describe('the SOP', () => {
  const sop = sopPaper(aFullSop(), aPublication(), agency)

  it('marks first and last step as capsules and a step that decides as a diamond', () => {
    expect(sop.steps.map(({ mark }) => mark)).toEqual(['capsule', 'diamond', 'capsule'])
  })

  it('says where each step leads', () => {
    expect(sop.steps.map(({ leadsTo }) => leadsTo)).toEqual([
      ['Lanjut ke no. 2'],
      ['Lengkap: lanjut ke no. 3', 'Tidak lengkap: kembali ke no. 1'],
      ['Selesai'],
    ])
  })

  it('takes from the decree what its own block leaves open', () => {
    expect(sop.identity?.slice(0, 4).map(({ key, value }) => [key, value])).toEqual([
      ['number', '010 / SOP / 2026'],
      ['madeOn', '2 Maret 2026'],
      ['revisedOn', ''],
      ['effectiveOn', '1 April 2026'],
    ])
  })

  it('leaves out lanes without a step', () => {
    const lanes = [aLane('officer'), aLane('idle')]
    const paper = sopPaper(aDefinition({ lanes, nodes: [aTask('work')], edges: [] }), aPublication(), agency)
    expect(paper.lanes.map(({ id }) => id)).toEqual(['officer'])
  })
})

describe('the SOP of branches, joint work, waits and calls', () => {
  const sop = sopPaper(aBranchedSop(), aPublication(), agency)
  const [apply, technical, lawful, meet, letter, archive, held] = sop.steps

  it('says where branches part and meet again', () => {
    expect(apply?.leadsTo).toEqual(['Lanjut ke no. 2 dan no. 3 bersamaan'])
    expect(technical?.leadsTo).toEqual(['Bergabung lalu lanjut ke no. 4'])
    expect(lawful?.leadsTo).toEqual(['Bergabung lalu lanjut ke no. 4'])
    expect(procedureSentences(aBranchedSop())).toEqual([
      'Pertimbangan teknis dan hukum diminta bersamaan.',
      'Setelah keduanya ada, permohonan dibahas.',
    ])
  })

  it('marks a step done together in each of its lanes, and says how many must do it', () => {
    expect([meet?.lane, meet?.joint]).toEqual(['clerk', ['head', 'legal']])
    expect(meet?.remarks).toEqual([
      'Dikerjakan bersama oleh sedikitnya 2 dari 3 pelaksana.',
      'Hasil dituangkan dalam berita acara.',
    ])
  })

  it('prints how long a wait lasts and how it may be over', () => {
    expect([letter?.time, letter?.mark]).toEqual(['Maksimal 5 hari kerja', 'diamond'])
    expect(letter?.leadsTo).toEqual(['Lanjut ke no. 6', 'Batas waktu terlewati: selesai'])
    expect([held?.time, archive?.activity]).toEqual(['Sampai Tanggal kegiatan', 'Menjalankan standar kearsipan'])
  })
})

describe('the decree', () => {
  it('writes ordinals, date and office, and repeats the matter in its decision', () => {
    expect(decreePaper(aFullStandard(), aPublication(), agency)).toMatchObject({
      number: '7 /TAHUN 2026',
      signedOn: '17 Maret 2026',
      place: 'Kota Contoh',
      decides: 'Keputusan Kepala Dinas Perpustakaan Kabupaten Contoh tentang Standar Pelayanan Peminjaman Ruang Baca',
      dictums: [{ ordinal: 'KESATU' }, { ordinal: 'KEDUA' }],
    })
  })

  it('leaves number and date open until signed, under the office that will sign', () => {
    const publication = { ...anUnsetPublication(), office: 'Kepala Dinas Perpustakaan' }
    const open = { number: null, signedOn: null, signatory: null, office: 'Kepala Dinas Perpustakaan' }
    expect(decreePaper(aFullStandard(), publication, agency)).toMatchObject(open)
  })

  it('is nothing for a definition without decree text', () => {
    expect(decreePaper(aDefinition(), aPublication(), agency)).toBeNull()
  })

  it('prints a NIP in its groups, and another number as it stands', () => {
    expect(printNip('196909251989032002')).toBe('19690925 198903 2 002')
    expect(printNip('12345')).toBe('12345')
  })
})

describe('the maklumat', () => {
  it('makes three promises for the unit, over place, date and signatory of the decree that set the standard', () => {
    const pledge = servicePledge(aFullStandard(), aPublication(), agency)
    expect(pledge?.promises).toHaveLength(3)
    expect(pledge).toMatchObject({
      unit: 'Dinas Perpustakaan',
      standard: { title: 'Peminjaman Ruang Baca', number: '7 /TAHUN 2026' },
      place: 'Kota Contoh',
      signedOn: '17 Maret 2026',
      signatory: { name: 'ASHA WIDYA, S.Sos' },
    })
  })

  it('speaks in the words of the agency where it has its own', () => {
    const words = { ...officialPledge, promises: ['melayani dengan santun.'] }
    expect(servicePledge(aFullStandard(), aPublication(), agency, words)?.promises).toEqual(['melayani dengan santun.'])
  })

  it('is not made before the standard is set, nor for an SOP', () => {
    expect(servicePledge(aFullStandard(), anUnsetPublication(), agency)).toBeNull()
    expect(servicePledge(aFullSop(), aPublication(), agency)).toBeNull()
  })
})

describe('standing', () => {
  it('P4: a superseded paper knows the decree that took its place', () => {
    expect(serviceSheet(aFullStandard(), aReplacedPublication(), agency).standing).toMatchObject({
      kind: 'superseded',
      replacedBy: { number: '12 /TAHUN 2027', signedOn: '4 Januari 2027' },
    })
  })
})

describe('the letterhead', () => {
  it('is made of address and contacts, unless the agency wrote its own lines', () => {
    expect(letterheadOf(agency).lines).toEqual([
      'Jl. Melati No. 1 · (0281) 555111',
      'https://dispus.example.go.id · Pos-el dispus@example.go.id',
    ])
    expect(letterheadOf(anAgencyProfile({ letterhead: ['Jalan Melati 1'] })).lines).toEqual(['Jalan Melati 1'])
  })
})
