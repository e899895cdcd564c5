import { brokenBy, laneOf, set, taskOf } from './change.ts'

/** As if the law that the good definition rests on had met with this. */
const publicService = (change: 'revoked' | 'amended') => ({
  issuer: ['undang-undang'],
  number: '25',
  year: 2009,
  about: 'Pelayanan Publik',
  replacedBy: 'Undang-Undang Nomor 9 Tahun 2030',
  source: 'Pasal 99',
  change,
})

export const brokenPapers = [
  ...brokenBy('activity-verb-first', [
    'an activity with its subject',
    'activity-names-lane',
    (draft) => set(taskOf(draft, 'check'), { activity: 'Loket memeriksa berkas' }),
  ]),
  ...brokenBy(
    'actors-distinct',
    ['two lanes of one name', 'lane-twice', (draft) => set(laneOf(draft, 'field'), { name: 'Tim Teknis (2)' })],
    ['two lanes of the same position', 'lane-twice', (draft) => set(laneOf(draft, 'field'), { positions: ['experts'] })],
  ),
  ...brokenBy(
    'drawing-from-flow',
    [
      'a drawing of three boxes',
      'drawing-differs',
      ({ components }) => set(components.procedure, { intro: ['Pemohon → Loket → Hasil'] }),
    ],
    [
      'a drawing that comes back to an actor',
      'drawing-actor-twice',
      ({ components }) => set(components.procedure, { notes: ['Loket → Kepala → Loket'] }),
    ],
    ['the language of a drawing', 'drawing-typed', ({ components }) => set(components.procedure, { intro: ['graph TD; A-->B'] })],
  ),
  ...brokenBy('one-complaint-clock', [
    'two clocks in one office',
    'complaint-clocks-differ',
    ({ components }) => set(components.complaints.limits?.[0] ?? {}, { duration: { amount: 3, unit: 'hour' } }),
  ]),
  ...brokenBy(
    'channels-answer',
    [
      'a channel of dashes',
      'channel-empty',
      ({ components }) => components.complaints.channels?.push({ kind: 'phone', text: 'Telp/Fax : -/-' }),
    ],
    ['a channel of nothing', 'channel-empty', ({ components }) => components.complaints.channels?.push({ kind: 'email' })],
    [
      'the number of a person',
      'channel-personal',
      ({ components }) => components.complaints.channels?.push({ kind: 'whatsapp', value: '0812 3456 7890 (Riyang)' }),
    ],
    [
      'a contact who is one person',
      'channel-personal',
      ({ components }) => components.complaints.channels?.push({ kind: 'whatsapp', contact: 'person' }),
    ],
    [
      'a contact that is gone',
      'channel-unknown-contact',
      ({ components }) => components.complaints.channels?.push({ kind: 'email', contact: 'gone' }),
    ],
  ),
  ...brokenBy(
    'complaints-answered',
    ['complaints without limits', 'complaints-without-limits', ({ components }) => set(components.complaints, { limits: [] })],
    ['complaints without a way', 'complaints-without-flow', ({ components }) => set(components.complaints, { flow: [] })],
  ),
  ...brokenBy(
    'own-subject',
    [
      'the title of another standard',
      'other-subject',
      ({ components }) => components.products.items?.push('Surat Izin Usaha Mikro'),
    ],
    [
      'another service in a step',
      'other-subject',
      (draft) => set(taskOf(draft, 'hand'), { statement: 'Loket menyerahkan izin usaha mikro kepada pemohon.' }),
    ],
  ),
  ...brokenBy(
    'numbering-generated',
    [
      'letters before a line',
      'numbering-typed',
      ({ components }) => set(components.requirements, { items: ['c. Surat permohonan'] }),
    ],
    [
      'numbers before a sentence',
      'numbering-typed',
      (draft) => set(taskOf(draft, 'check'), { statement: '2) Loket memeriksa berkas.' }),
    ],
    [
      'letters in the decree',
      'numbering-typed',
      ({ decree }) => set(decree ?? {}, { considering: ['a. bahwa perlu ditetapkan;'] }),
    ],
  ),
  ...brokenBy(
    'numbers-given',
    ['a decree without number', 'number-left-open', ({ identity }) => set(identity, { summary: 'Ditetapkan dengan No. SK :' })],
    [
      'a regulation without number',
      'number-left-open',
      ({ decree }) => set(decree ?? {}, { recalling: ['Peraturan Bupati Nomor … Tahun 2022;'] }),
    ],
    [
      'a serial left out',
      'number-left-open',
      ({ components }) => set(components.procedure, { notes: ['Sesuai Keputusan 188.4/ /I/2022'] }),
    ],
  ),
  ...brokenBy(
    'law-in-force',
    [
      'a replaced basis',
      'law-replaced',
      ({ components }) => components.legalBasis.items?.push({ text: 'Peraturan Komisi Informasi Nomor 1 Tahun 2010' }),
    ],
    [
      'a replaced regulation recalled',
      'law-replaced',
      ({ decree }) => decree?.recalling?.push('Peraturan Komisi Informasi Nomor 1 Tahun 2010;'),
    ],
    ['a basis that was revoked', 'law-revoked', () => undefined, { agency: { regulations: [publicService('revoked')] } }],
    ['a basis without what amended it', 'law-amended', () => undefined, { agency: { regulations: [publicService('amended')] } }],
  ),
  ...brokenBy(
    'regulations-agree',
    [
      'a basis named twice',
      'regulation-twice',
      ({ components }) =>
        components.legalBasis.items?.push({ text: 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;' }),
    ],
    [
      'another year beside the words',
      'regulation-words-differ',
      ({ components }) => set(components.legalBasis.items?.[0] ?? {}, { year: 2019 }),
    ],
  ),
  ...brokenBy(
    'staffing-matches-lanes',
    [
      'one person for four roles',
      'staffing-below-lanes',
      ({ components }) => set(components, { staffing: { count: 1, text: '1 orang' } }),
    ],
    [
      'a figure that its words deny',
      'staffing-words-differ',
      ({ components }) => set(components.staffing, { text: '5 (lima) orang' }),
    ],
  ),
  ...brokenBy('tariff-based', [
    'a tariff without basis',
    'tariff-without-basis',
    ({ components }) => set(components.fee, { basis: undefined }),
  ]),
  ...brokenBy(
    'sop-dates',
    [
      'revised before it was made',
      'sop-revised-before-made',
      ({ sop }) => set(sop ?? {}, { revisedOn: '2025-01-05' }),
      { of: 'procedure' },
    ],
    [
      'in force before it was made',
      'sop-effective-before-made',
      ({ sop }) => set(sop ?? {}, { effectiveOn: '2025-01-05' }),
      { of: 'procedure' },
    ],
  ),
  ...brokenBy(
    'six-components',
    ['no requirements', 'component-empty', ({ components }) => set(components.requirements, { items: [] })],
    ['no promised time', 'component-empty', ({ components }) => set(components.serviceTime, { limits: [] })],
    ['no word on the fee', 'component-empty', ({ components }) => set(components, { fee: { kind: 'unset' } })],
    ['no product', 'component-empty', ({ components }) => set(components.products, { items: [] })],
    ['no channel for complaints', 'component-empty', ({ components }) => set(components.complaints, { channels: [] })],
    ['an SOP without its first page', 'sop-block-missing', (draft) => set(draft, { sop: null }), { of: 'procedure' }],
  ),
  ...brokenBy(
    'eight-components',
    ['no guarantee', 'component-management-empty', ({ components }) => set(components.serviceGuarantee, { items: [] })],
    ['no staffing', 'component-management-empty', ({ components }) => set(components, { staffing: {} })],
  ),
  ...brokenBy(
    'printable-letters',
    ['a pictograph', 'letter-unprintable', ({ components }) => set(components.products, { items: ['Surat izin 🎉'] })],
    ['a lane with a pictograph', 'letter-unprintable', (draft) => set(laneOf(draft, 'desk'), { name: 'Loket 🏢' })],
  ),
]
