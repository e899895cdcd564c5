import { formOf, set, taskOf } from './change.ts'
import type { ExamplesOfPart, Shows } from './example.ts'
import { component, flowLines, together } from './shown.ts'

const channels: Shows = ({ components }, { t }) =>
  components.complaints.channels.map(({ kind, text, value, contact }) => ({
    label: t(`authoring.channel.${kind}`),
    text: [text, value, contact && `${t('authoring.field.contact')}: ${contact}`].filter(Boolean).join(' ') || '–',
  }))

const complaintWay: Shows = ({ components }, { t }) => [
  { label: t('authoring.word.complaintFlow'), text: components.complaints.flow.join(' → ') || '–' },
  {
    label: t('authoring.field.class'),
    text:
      components.complaints.limits
        .map(({ class: name, duration }) => `${name}: ${duration.amount} ${t(`builder.unit.${duration.unit}`)}`)
        .join('; ') || '–',
  },
]

const basis: Shows = ({ components }, { t }) =>
  components.legalBasis.items.map(({ text }) => ({ label: t('builder.component.legalBasis'), text }))

const fee: Shows = ({ components: { fee: charged } }, { t }) =>
  charged.kind === 'tariff'
    ? [
        ...charged.lines.map(({ what, rupiah }) => ({
          label: t('authoring.word.feeLines'),
          text: `${what}: Rp${rupiah.toLocaleString('id-ID')}`,
        })),
        { label: t('authoring.word.feeBasis'), text: charged.basis ?? '–' },
      ]
    : [{ label: t('authoring.word.fee'), text: t(`authoring.fee.${charged.kind}`) }]

const staffing: Shows = ({ components, flow }, { t }) => [
  { label: t('authoring.word.staffCount'), text: String(components.staffing.count ?? '–') },
  { label: t('authoring.word.staffText'), text: components.staffing.text ?? '–' },
  { label: t('builder.standard.lanes'), text: flow.lanes.map(({ name }) => name).join(', ') },
]

const dates: Shows = ({ sop }, { t }) =>
  (['madeOn', 'revisedOn', 'effectiveOn'] as const).map((key) => ({ label: t(`authoring.sop.${key}`), text: sop?.[key] ?? '–' }))

const summary: Shows = ({ identity, decree }, { t }) => [
  { label: t('authoring.word.summary'), text: identity.summary ?? '–' },
  ...(decree?.recalling ?? []).map((text) => ({ label: t('authoring.decree.recalling'), text })),
]

const fieldNames: Shows = ({ forms }, { t }) =>
  forms.flatMap(({ fields }) => fields.map(({ label }) => ({ label: t('builder.field.label'), text: label })))

const tariff = (basisOf: string | undefined) => ({
  fee: { kind: 'tariff', lines: [{ what: 'Izin keramaian', rupiah: 50_000 }], ...(basisOf ? { basis: basisOf } : {}) },
})

export const paperExamples = {
  'six-components': {
    wrong: ({ components }) => set(components.products, { items: [] }),
    shows: together(component('requirements'), component('products')),
  },
  'eight-components': {
    wrong: ({ components }) => set(components.serviceGuarantee, { items: [] }),
    shows: together(component('serviceGuarantee'), component('safetyGuarantee')),
  },
  'activity-verb-first': {
    wrong: (draft) => set(taskOf(draft, 'periksa'), { activity: 'Petugas Loket memeriksa kelengkapan berkas' }),
    shows: (definition, reader) => flowLines(definition, reader).filter(({ label }) => label.includes('emeriksa')),
  },
  'names-distinct': {
    wrong: (draft) => formOf(draft, 'permohonan').fields.push({ kind: 'text', id: 'penanggung', label: 'Nama pemohon' }),
    right: (draft) => formOf(draft, 'permohonan').fields.push({ kind: 'text', id: 'penanggung', label: 'Nama penanggung jawab' }),
    shows: fieldNames,
  },
  'printable-letters': {
    wrong: ({ components }) => set(components.products, { items: ['Surat izin keramaian 🎉'] }),
    shows: component('products'),
  },
  'drawing-from-flow': {
    wrong: ({ components }) => set(components.procedure, { intro: ['Pemohon → Petugas Loket → Izin terbit'] }),
    shows: component('procedure'),
  },
  'channels-answer': {
    wrong: ({ components }) => components.complaints.channels?.push({ kind: 'phone', text: 'Telp/Fax : -/-' }),
    shows: channels,
  },
  'complaints-answered': {
    wrong: ({ components }) => set(components.complaints, { flow: [], limits: [] }),
    shows: complaintWay,
  },
  'own-subject': {
    wrong: ({ components }) => components.products.items?.push('Izin Pemasangan Reklame'),
    shows: component('products'),
  },
  'numbering-generated': {
    wrong: ({ components }) => set(components.requirements, { items: ['c. Surat permohonan', 'd. Fotokopi KTP pemohon'] }),
    shows: component('requirements'),
  },
  'numbers-given': {
    wrong: ({ identity }) => set(identity, { summary: 'Ditetapkan dengan No. SK :' }),
    right: ({ identity }) => set(identity, { summary: 'Izin bagi siapa pun yang mengadakan keramaian.' }),
    shows: summary,
  },
  'tariff-based': {
    wrong: ({ components }) => set(components, tariff(undefined)),
    right: ({ components }) =>
      set(components, tariff('Peraturan Daerah Nomor 1 Tahun 2024 tentang Pajak Daerah dan Retribusi Daerah')),
    shows: fee,
  },
  'sop-dates': {
    of: 'procedure',
    wrong: ({ sop }) => set(sop ?? {}, { effectiveOn: '2025-01-06' }),
    shows: dates,
  },
  'law-in-force': {
    wrong: ({ components }) =>
      components.legalBasis.items?.push({
        text: 'Peraturan Komisi Informasi Nomor 1 Tahun 2010 tentang Standar Layanan Informasi Publik',
      }),
    right: ({ components }) =>
      components.legalBasis.items?.push({
        text: 'Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik',
      }),
    shows: basis,
  },
  'regulations-agree': {
    wrong: ({ components }) =>
      components.legalBasis.items?.push({ text: 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;' }),
    shows: basis,
  },
  'staffing-matches-lanes': {
    wrong: ({ components }) => set(components, { staffing: { count: 1, text: '1 (satu) orang' } }),
    shows: staffing,
  },
} as const satisfies ExamplesOfPart
