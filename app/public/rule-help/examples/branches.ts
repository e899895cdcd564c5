import { anEdge, type Draft, edgeOf, fieldOf, nodeOf, set, taskOf } from './change.ts'
import type { ExamplesOfPart, Shows } from './example.ts'
import { exitsOf, fieldsOf, flowLines, together } from './shown.ts'
import { aStep } from './standard.ts'

const fee = (op: string, value: number) => ({ kind: 'field', field: 'biaya', op, value }) as never
const feeOf = (value: number) => ({ kind: 'field' as const, field: 'biaya', value })

/** After the study an amount decides whether the head discusses the request first. */
const byFee = (draft: Draft, small: Partial<Draft['flow']['edges'][number]>, large: Partial<Draft['flow']['edges'][number]>) => {
  draft.flow.nodes.push(
    { kind: 'decision', id: 'besar', lane: 'kepala', question: 'Apakah biayanya besar?' },
    aStep('bahas', 'tim', 'Membahas bersama bidang terkait', { duration: { amount: 1, unit: 'workingDay' } }),
  )
  set(edgeOf(draft, 'kaji-putuskan'), { to: 'besar' })
  draft.flow.edges.push(anEdge('besar', 'putuskan', small), anEdge('besar', 'bahas', large), anEdge('bahas', 'putuskan'))
}
const asked = (draft: Draft) => byFee(draft, { otherwise: true }, { when: fee('more-than', 5_000_000) })

const sideBySide = (draft: Draft, needed: number) => {
  draft.flow.nodes.push({ kind: 'parallel', id: 'pisah', lane: 'loket' }, aStep('undang', 'loket', 'Mengundang kepolisian'), {
    kind: 'join',
    id: 'temu',
    lane: 'kepala',
    quorum: { kind: 'atLeast', n: needed },
  })
  set(edgeOf(draft, 'periksa-lengkap-kaji'), { to: 'pisah' })
  set(edgeOf(draft, 'kaji-putuskan'), { to: 'temu' })
  draft.flow.edges.push(anEdge('pisah', 'kaji'), anEdge('pisah', 'undang'), anEdge('undang', 'temu'), anEdge('temu', 'putuskan'))
}

const quorum: Shows = ({ flow }, { t }) =>
  flow.nodes.flatMap((node) =>
    node.kind === 'join'
      ? [
          {
            label: t('builder.kind.join'),
            text:
              node.quorum.kind === 'atLeast'
                ? `${t('builder.quorum.n')} ${node.quorum.n}`
                : t(`builder.quorum.branches.${node.quorum.kind}`),
          },
        ]
      : [],
  )

const rows: Shows = (definition, { t }) =>
  definition.flow.nodes.flatMap((node) =>
    node.kind === 'decision'
      ? (node.examples ?? []).map(({ given, exit }) => {
          const to = definition.flow.edges.find(({ id }) => id === exit)?.to
          const target = definition.flow.nodes.find(({ id }) => id === to)
          return {
            label: given
              .map((one) => (one.kind === 'field' ? `Biaya kegiatan Rp${Number(one.value).toLocaleString('id-ID')}` : ''))
              .join(', '),
            text: `${t('builder.edge.to')}: ${target && 'activity' in target ? target.activity : exit}`,
          }
        })
      : [],
  )

export const branchExamples = {
  'branches-meet': {
    wrong: (draft) => sideBySide(draft, 3),
    right(draft) {
      sideBySide(draft, 2)
      set(nodeOf(draft, 'temu'), { quorum: { kind: 'all' } })
    },
    shows: quorum,
    drawn: true,
    also: ['sound'],
  },
  'decision-total': {
    wrong: (draft) => byFee(draft, { when: fee('at-most', 5_000_000) }, { when: fee('more-than', 5_000_000) }),
    right: asked,
    shows: exitsOf('besar'),
    drawn: true,
  },
  'branches-cover': {
    wrong(draft) {
      asked(draft)
      draft.flow.edges.push(anEdge('besar', 'serahkan', { when: fee('more-than', 50_000_000) }))
    },
    right: asked,
    shows: exitsOf('besar'),
  },
  'decision-decides': {
    wrong(draft) {
      asked(draft)
      set(edgeOf(draft, 'besar-putuskan'), { to: 'bahas' })
    },
    right: asked,
    shows: exitsOf('besar'),
    drawn: true,
  },
  'conditions-valid': {
    wrong: (draft) =>
      byFee(
        draft,
        { otherwise: true },
        { when: { kind: 'field', field: 'anggaran', op: 'more-than', value: 5_000_000 } as never },
      ),
    right: asked,
    shows: exitsOf('besar'),
  },
  'decision-answered': {
    wrong(draft) {
      asked(draft)
      set(fieldOf(draft, 'biaya'), { required: false })
    },
    right: asked,
    shows: together(fieldsOf('permohonan', 'biaya'), exitsOf('besar')),
  },
  'data-in-time': {
    wrong(draft) {
      asked(draft)
      const [first, ...rest] = draft.forms
      if (first) draft.forms = [{ ...first, fields: first.fields.filter(({ id }) => id !== 'biaya') }, ...rest]
      draft.forms.push({
        id: 'hasil',
        title: 'Hasil pembahasan',
        fields: [{ kind: 'rupiah', id: 'biaya', label: 'Biaya kegiatan', required: true }],
      })
      set(taskOf(draft, 'bahas'), { form: 'hasil' })
    },
    right(draft) {
      asked(draft)
      draft.forms.push({
        id: 'hasil',
        title: 'Hasil pembahasan',
        fields: [{ kind: 'rupiah', id: 'biaya', label: 'Biaya kegiatan', required: true }],
      })
      set(taskOf(draft, 'bahas'), { form: 'hasil' })
    },
    shows: (definition, reader) => [
      ...flowLines(definition, reader).filter(({ label }) => /besar|Membahas|Mengajukan/.test(label)),
      ...definition.forms.flatMap((form) =>
        fieldsOf(form.id, 'biaya')(definition, reader).map((line) => ({
          ...line,
          label: `${form.title ?? form.id}: ${line.label}`,
        })),
      ),
    ],
  },
  'examples-hold': {
    wrong(draft) {
      asked(draft)
      set(nodeOf(draft, 'besar'), { examples: [{ given: [feeOf(5_000_000)], exit: 'besar-bahas' }] })
    },
    right(draft) {
      asked(draft)
      set(nodeOf(draft, 'besar'), {
        examples: [
          { given: [feeOf(5_000_000)], exit: 'besar-putuskan' },
          { given: [feeOf(5_000_001)], exit: 'besar-bahas' },
        ],
      })
    },
    shows: together(exitsOf('besar'), rows),
  },
} as const satisfies ExamplesOfPart
