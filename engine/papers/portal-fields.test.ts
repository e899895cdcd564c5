import { expect, it } from 'vitest'
import { aFullStandard, anAgencyProfile, anUnsetPublication, aPublication } from '#test/builders/papers.ts'
import { type PortalFields, portalFields, portalKeys, portalLabels } from './portal-fields.ts'

const fieldsOf = (change: (definition: ReturnType<typeof aFullStandard>) => void = () => {}): PortalFields => {
  const definition = aFullStandard()
  change(definition)
  return portalFields(definition, aPublication(), anAgencyProfile())
}
const within = (amount: number, over = {}) =>
  aFullStandard('x', { components: { serviceTime: { limits: [{ duration: { amount, unit: 'workingDay', ...over } }] } } })
    .components.serviceTime

it('fills the fields in the order of the portal: the unit, the service, its number, then six components', () => {
  expect(portalKeys.map((key) => portalLabels[key])).toEqual([
    ...['Instansi', 'Nama Unit', 'Alamat', 'Telepon', 'Situs Web', 'Nama Layanan', 'No. SK', 'Persyaratan'],
    ...['Sistem, Mekanisme dan Prosedur', 'Waktu Penyelesaian', 'Satuan Waktu', 'Keterangan Waktu', 'Biaya/Tarif'],
    ...['Produk Pelayanan', 'Pengaduan Layanan'],
  ])
  expect(fieldsOf()).toMatchObject({
    unitName: 'Dinas Perpustakaan',
    unitAddress: 'Jl. Melati No. 1',
    unitPhone: '(0281) 555111',
    unitSite: 'https://dispus.example.go.id',
    serviceName: 'Peminjaman Ruang Baca',
    decreeNumber: '7 /TAHUN 2026',
  })
})

it('writes lists as numbered lines and a single line bare', () => {
  const { requirements, products, fee } = fieldsOf()
  expect(requirements).toBe('1. Surat permohonan yang ditandatangani.\n2. Kartu anggota.')
  expect(products).toBe('Izin pemakaian ruang')
  expect(fee).toBe('Ruang besar: Rp1.250.000 per hari\n\nDasar pengenaan:\nPerda No. 3 Tahun 2020')
})

it('writes the procedure as the sentences of the steps, and the complaints with channels, flow and limits', () => {
  const { procedure, complaints } = fieldsOf()
  expect(procedure.split('\n')).toEqual([
    '1. Pemohon mengajukan permohonan tertulis.',
    '2. Petugas memeriksa permohonan.',
    '3. Jika tidak lengkap, permohonan dikembalikan.',
    '4. Kepala bidang menyerahkan izin.',
  ])
  expect(complaints).toContain('Pengaduan dapat dilakukan melalui:\n1. Tatap muka langsung\n2. WA: 08123456789 (Petugas Aduan)')
  expect(complaints).toContain('Media sosial:\n   - Instagram: @dispus\n   - Facebook: Dispus')
  expect(complaints).toContain('Alur penanganan pengaduan:\n1. Pengguna menyampaikan aduan')
  expect(complaints).toContain('Pengaduan ringan, selambat-lambatnya 3 jam')
})

it.each([
  ['a plain span', within(1), { timeAmount: '1', timeUnit: 'Hari kerja', timeNote: '' }],
  ['a bound', within(1, { maximum: true }), { timeAmount: '1', timeUnit: 'Hari kerja', timeNote: 'Maksimal 1 hari kerja' }],
  [
    'a range, of which the end binds',
    within(1, { upTo: 5 }),
    { timeAmount: '5', timeUnit: 'Hari kerja', timeNote: '1–5 hari kerja' },
  ],
  [
    'a note',
    within(4, { unit: 'hour', note: 'setelah kegiatan' }),
    { timeAmount: '4', timeUnit: 'Jam', timeNote: '4 jam setelah kegiatan' },
  ],
  ['the day itself', within(0, { unit: 'sameDay' }), { timeAmount: '', timeUnit: 'Hari H', timeNote: 'Hari H' }],
])('writes the time as number and unit: %s', (_, serviceTime, expected) => {
  const { timeAmount, timeUnit, timeNote } = fieldsOf((definition) => {
    definition.components.serviceTime = serviceTime
  })
  expect({ timeAmount, timeUnit, timeNote }).toEqual(expected)
})

it('says every limit in the note where there are several, and the notes of the standard after them', () => {
  const { timeAmount, timeNote } = fieldsOf((definition) => {
    const [only] = definition.components.serviceTime.limits
    if (only)
      definition.components.serviceTime.limits = [
        { ...only, label: 'Biasa' },
        { ...only, label: 'Rumit' },
      ]
  })
  expect(timeAmount).toBe('1')
  expect(timeNote).toBe('Biasa: Maksimal 1 hari kerja\nRumit: Maksimal 1 hari kerja\nDihitung sejak berkas lengkap.')
})

it('leaves empty what is not there: no number before a decree, no telephone, no fee', () => {
  const definition = aFullStandard('Baru', { components: {} })
  const fields = portalFields(definition, anUnsetPublication(), anAgencyProfile({ contacts: [], address: '' }))
  expect(fields).toMatchObject({ decreeNumber: '', unitPhone: '', unitSite: '', unitAddress: '', timeAmount: '', fee: '' })
})
