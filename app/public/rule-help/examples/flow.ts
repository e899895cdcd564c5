import { anEdge, between, callOf, type Draft, edgeOf, formOf, set, without } from './change.ts'
import type { ExamplesOfPart, Shows } from './example.ts'
import { fieldsOf, flowLines, outcomesOf } from './shown.ts'
import { aStep } from './standard.ts'

const days = (amount: number) => ({ amount, unit: 'workingDay' as const })

/** The archive keeps the file after it was handed over. */
const archiving = (draft: Draft, version: number) =>
  between(draft, 'serahkan-selesai', {
    kind: 'call',
    id: 'arsipkan',
    lane: 'loket',
    activity: 'Mengarsipkan berkas',
    standard: { slug: 'arsip', version },
    passes: [{ from: 'nama', to: 'siapa' }],
  })

/** The file is looked at on paper and on the spot at once. */
const sideBySide = (draft: Draft) => {
  draft.flow.nodes.push(
    { kind: 'parallel', id: 'pisah', lane: 'loket' },
    aStep('undang', 'loket', 'Mengundang kepolisian', { duration: days(1) }),
    { kind: 'join', id: 'temu', lane: 'kepala' },
  )
  set(edgeOf(draft, 'periksa-lengkap-kaji'), { to: 'pisah' })
  set(edgeOf(draft, 'kaji-putuskan'), { to: 'temu' })
  draft.flow.edges.push(anEdge('pisah', 'kaji'), anEdge('pisah', 'undang'), anEdge('undang', 'temu'), anEdge('temu', 'putuskan'))
}

/** The good way from the request to the permit is kept as a scenario. */
const walked = (draft: Draft) => {
  const request = { nama: 'Siti', jenis: 'hajatan', biaya: 500_000, tanggal: '2026-04-01', surat: ['contoh-1'] }
  const step = (node: string, outcome = 'kirim') => ({ do: 'step' as const, node, outcome, answers: {} })
  const acts = [
    { do: 'start' as const, node: 'ajukan', outcome: 'kirim', answers: request },
    ...[step('periksa', 'lengkap'), step('kaji'), step('putuskan', 'setuju'), step('serahkan')],
  ]
  const expects = { steps: acts.map(({ node }) => node), end: 'selesai' }
  draft.scenarios = [{ id: 'terbit', name: 'Izin terbit', begins: '2026-03-02T08:00', acts, expects }]
}

const schedule: Shows = ({ flow }, { t }) =>
  flow.nodes.flatMap((node) => {
    if (node.kind !== 'start') return []
    const { every } = node
    const when = every && 'day' in every ? t('builder.schedule.dayOfMonth', { number: every.day }) : undefined
    return [
      { label: t('builder.start.by'), text: t(`builder.by.${node.by}`) },
      {
        label: t('builder.schedule.every'),
        text: every ? [t(`builder.schedule.${every.every}`), when, every.time].filter(Boolean).join(', ') : '–',
      },
    ]
  })

const called: Shows = ({ flow, forms }, { t }) =>
  flow.nodes.flatMap((node) => {
    if (node.kind !== 'call') return []
    const label = (id: string) => forms.flatMap(({ fields }) => fields).find((field) => field.id === id)?.label ?? id
    return [
      {
        label: t('builder.call.standard'),
        text: t('builder.call.option', { title: node.standard.slug, version: node.standard.version }),
      },
      ...node.passes.map(({ from, to }) => ({ label: t('builder.call.passes'), text: `${label(from)} → ${to}` })),
    ]
  })

export const flowExamples = {
  starts: {
    wrong(draft) {
      draft.flow.nodes = draft.flow.nodes.filter(({ id }) => id !== 'mulai')
      without(draft, 'mulai-ajukan')
    },
    shows: flowLines,
    drawn: true,
  },
  'start-by-schedule': {
    of: 'procedure',
    wrong: (draft) => set(draft.flow.nodes[0] ?? {}, { every: undefined }),
    shows: schedule,
  },
  'first-step': {
    wrong: (draft) => set(draft.flow.nodes[0] ?? {}, { by: 'staff' }),
    shows: (definition, reader) => [
      ...schedule(definition, reader).slice(0, 1),
      ...flowLines(definition, reader).filter(({ label }) => label.includes('Mengajukan')),
    ],
  },
  reachable: {
    wrong(draft) {
      draft.flow.nodes.push(aStep('catat', 'loket', 'Mencatat dalam buku agenda'))
      draft.flow.edges.push(anEdge('catat', 'kaji'))
    },
    right: (draft) => between(draft, 'periksa-lengkap-kaji', aStep('catat', 'loket', 'Mencatat dalam buku agenda')),
    shows: flowLines,
    drawn: true,
  },
  'can-reach-end': {
    wrong(draft) {
      draft.flow.nodes.push(aStep('tunggu', 'loket', 'Menunggu pengambilan izin'))
      set(edgeOf(draft, 'serahkan-selesai'), { to: 'tunggu' })
      draft.flow.edges.push(anEdge('tunggu', 'serahkan'))
    },
    right: (draft) => between(draft, 'putuskan-setuju-serahkan', aStep('tunggu', 'loket', 'Menunggu pengambilan izin')),
    shows: flowLines,
    drawn: true,
    also: ['reachable'],
  },
  'exits-complete': {
    wrong: (draft) => without(draft, 'putuskan-tolak-ditolak'),
    shows: outcomesOf('putuskan'),
    drawn: true,
    also: ['reachable'],
  },
  sound: {
    wrong(draft) {
      sideBySide(draft)
      set(edgeOf(draft, 'undang-temu'), { to: 'selesai' })
    },
    right: sideBySide,
    shows: flowLines,
    drawn: true,
  },
  'revise-goes-back': {
    wrong(draft) {
      draft.flow.nodes.push(aStep('lengkapi', 'pemohon', 'Melengkapi berkas', { pausesClock: true }))
      set(edgeOf(draft, 'periksa-kurang-ajukan'), { to: 'lengkapi' })
      draft.flow.edges.push(anEdge('lengkapi', 'kaji'))
    },
    right(draft) {
      draft.flow.nodes.push(aStep('lengkapi', 'pemohon', 'Melengkapi berkas', { pausesClock: true }))
      set(edgeOf(draft, 'periksa-kurang-ajukan'), { to: 'lengkapi' })
      draft.flow.edges.push(anEdge('lengkapi', 'periksa'))
    },
    shows: flowLines,
    drawn: true,
  },
  'calls-fit': {
    wrong(draft) {
      archiving(draft, 2)
      set(callOf(draft, 'arsipkan'), { passes: [{ from: 'biaya', to: 'siapa' }] })
    },
    right: (draft) => archiving(draft, 2),
    shows: called,
  },
  'duplicate-ids': {
    wrong: (draft) => formOf(draft, 'permohonan').fields.push({ kind: 'text', id: 'nama', label: 'Nama penanggung jawab' }),
    right: (draft) => formOf(draft, 'permohonan').fields.push({ kind: 'text', id: 'penanggung', label: 'Nama penanggung jawab' }),
    shows: fieldsOf('permohonan', 'nama', 'penanggung'),
  },
  'scenarios-hold': {
    wrong(draft) {
      walked(draft)
      between(draft, 'kaji-putuskan', aStep('catat', 'loket', 'Mencatat hasil kajian'))
    },
    right: walked,
    shows: flowLines,
    drawn: true,
  },
} as const satisfies ExamplesOfPart
