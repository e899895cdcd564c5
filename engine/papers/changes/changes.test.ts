import { describe, expect, it } from 'vitest'
import type { Definition } from '#engine/definition/schema.ts'
import { aDefinition, aField, aForm, anEdge, anOutcome, aReview, aTask } from '#test/builders/definition.ts'
import { aFullSop, aFullStandard } from '#test/builders/papers.ts'
import { changesBetween } from './index.ts'

const before = aFullStandard()
const with_ = (change: (definition: Definition) => void, from: Definition = before): Definition => {
  const after = structuredClone(from)
  change(after)
  return after
}
const told = (change: (definition: Definition) => void, from: Definition = before): string[] =>
  changesBetween(from, with_(change, from)).map(({ sentence }) => sentence)
const nodeOf = (definition: Definition, id: string) =>
  definition.flow.nodes.find((node) => node.id === id) as never as Record<string, unknown>

describe('what changed between two versions', () => {
  it('is nothing where they say the same, wherever boxes stand and whatever authors noted', () => {
    expect(told(() => undefined)).toEqual([])
    expect(
      told((after) => {
        after.layout = { check: { x: 10, y: 20 } } as never
        after.notes = ['Dugaan: dua orang.']
        nodeOf(after, 'check').note = 'tanyakan lagi'
      }),
    ).toEqual([])
  })

  it('is told by the number of the step and what it says, before and after', () => {
    expect(told((after) => Object.assign(nodeOf(after, 'check').duration as object, { amount: 2, unit: 'workingDay' }))).toEqual([
      'Langkah 2: waktu 4 jam menjadi 2 hari kerja.',
    ])
    expect(told((after) => Object.assign(nodeOf(after, 'check'), { activity: 'Meneliti permohonan' }))).toEqual([
      'Langkah 2: kegiatan Memeriksa permohonan menjadi Meneliti permohonan.',
    ])
  })

  it('says which step has one time with another', () => {
    expect(told((after) => Object.assign(nodeOf(after, 'grant'), { sharesTimeWith: 'check' }))).toEqual([
      'Langkah 3: satu waktu dengan langkah ditambahkan: “Memeriksa permohonan”.',
    ])
  })

  it('names of a list only what came and what went', () => {
    expect(told((after) => Object.assign(nodeOf(after, 'apply'), { requirements: ['Surat permohonan', 'KTP'] }))).toEqual([
      'Langkah 1: kelengkapan Kartu anggota menjadi KTP.',
    ])
    expect(
      told((after) => Object.assign(nodeOf(after, 'apply'), { requirements: ['Kartu anggota', 'Surat permohonan'] })),
    ).toEqual(['Langkah 1: urutan kelengkapan diubah: Kartu anggota; Surat permohonan.'])
    expect(told((after) => Object.assign(nodeOf(after, 'grant'), { output: ['Izin'] }))).toEqual([
      'Langkah 3: output ditambahkan: Izin.',
    ])
  })

  it('tells a step that came or went as a whole, without a word for each that only has another number', () => {
    const sentences = told((after) => {
      const flow = after.flow
      flow.nodes.push(aTask('log', { lane: 'clerk', activity: 'Mencatat di agenda' }) as never)
      const edge = flow.edges.find(({ from, to }) => from === 'apply' && to === 'check')
      Object.assign(edge ?? {}, { to: 'log' })
      flow.edges.push(anEdge('log', 'check') as never)
    })
    expect(sentences).toContain('Langkah 2 “Mencatat di agenda” ditambahkan.')
    expect(sentences).toContain('Langkah 1: menuju sesudahnya “Memeriksa permohonan” menjadi “Mencatat di agenda”.')
    expect(sentences.filter((sentence) => /^Langkah [34]/.test(sentence))).toEqual([])
  })

  it('tells what no paper prints: what a deadline does, who may not do it, what is asked when', () => {
    expect(
      told((after) =>
        Object.assign(nodeOf(after, 'check'), { deadline: { escalate: true, afterwards: { kind: 'return', to: 'apply' } } }),
      ),
    ).toEqual([
      'Langkah 2: tindakan jatuh tempo ditambahkan: atasan langsung diberi tahu; dikembalikan ke “Mengajukan permohonan”.',
    ])
    expect(told((after) => Object.assign(nodeOf(after, 'grant'), { notPerformersOf: ['check'] }))).toEqual([
      'Langkah 3: bukan oleh pelaksana ditambahkan: “Memeriksa permohonan”.',
    ])
    const asked = aDefinition({ forms: [aForm('asked', aField('text', 'name', { label: 'Nama' }))] })
    expect(told((after) => Object.assign(after.forms[0]?.fields[0] ?? {}, { required: true, maxLength: 40 }), asked)).toEqual([
      'Formulir “asked”, isian “Nama”: keharusan boleh kosong menjadi wajib diisi.',
      'Formulir “asked”, isian “Nama”: paling banyak huruf ditambahkan: 40.',
    ])
  })

  it('tells outcomes and the ways out of a step by their names', () => {
    const review = aReview('check', ['accept', 'revise', 'reject'], {
      outcomes: [
        anOutcome('accept', { label: 'Lengkap' }),
        anOutcome('revise', { label: 'Tidak lengkap' }),
        anOutcome('reject', { label: 'Tolak' }),
      ],
    }) as { outcomes: unknown }
    const sentences = told((after) => {
      nodeOf(after, 'check').outcomes = review.outcomes
      after.flow.edges.push(anEdge('check', 'end', { outcome: 'reject' }) as never)
    })
    expect(sentences).toEqual(
      expect.arrayContaining([
        'Langkah 2: putusan ditambah: “Tolak” (tolak, dengan alasan).',
        'Langkah 2: menuju bila “Tolak” ditambahkan: “Akhir: selesai”.',
      ]),
    )
  })

  it('tells components by their headings, and the text of the decree and the SOP page by their parts', () => {
    expect(told((after) => after.components.products.items.push('Kartu'))).toEqual([
      'Komponen “Produk Pelayanan”: isi ditambah: Kartu.',
    ])
    expect(told((after) => Object.assign(after.components.serviceTime.limits[0]?.duration ?? {}, { amount: 3 }))).toEqual([
      'Komponen “Jangka Waktu Penyelesaian”: waktu Maksimal 1 hari kerja menjadi Maksimal 3 hari kerja.',
    ])
    expect(told((after) => after.decree?.copies.pop())).toEqual(['Naskah keputusan: tembusan dikurangi: Inspektur.'])
    expect(told((after) => Object.assign(after.sop ?? {}, { number: '011 / SOP / 2026' }), aFullSop())).toEqual([
      'Halaman identitas SOP: nomor SOP 010 / SOP / 2026 menjadi 011 / SOP / 2026.',
    ])
  })

  it('says that a setting changed where the words of both versions are alike', () => {
    const due = (anchor: string) => ({ amount: 4, unit: 'hour', clock: 'working', anchor: { kind: anchor }, maximum: false })
    const from = with_((after) =>
      Object.assign(nodeOf(after, 'check'), {
        disposition: { lane: 'head', to: 'person', min: 1, max: 1 },
        duration: due('entered'),
      }),
    )
    expect(told((after) => Object.assign(nodeOf(after, 'check'), { duration: due('start') }), from)).toEqual([
      'Langkah 2: waktu 4 jam menjadi 4 jam sejak permohonan terdaftar.',
    ])
  })

  it('stands in the order of the papers: identity, lanes, steps, components, forms, decree', () => {
    const changes = changesBetween(
      before,
      with_((after) => {
        after.decree?.copies.pop()
        after.components.products.items.push('Kartu')
        Object.assign(nodeOf(after, 'grant'), { output: ['Izin'] })
        after.identity.title = 'Peminjaman Ruang'
      }),
    )
    expect(changes.map(({ place }) => place)).toEqual([
      'Identitas',
      'Langkah 3',
      'Komponen “Produk Pelayanan”',
      'Naskah keputusan',
    ])
  })
})
