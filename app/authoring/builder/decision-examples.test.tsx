import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '#app/i18n/react.tsx'
import type { DecisionNode, Definition } from '#engine'
import { aDecision, aDefinition, aField, aForm, anEdge, anEnd, aReview, aStart, aTask } from '#test/builders/definition.ts'
import { anAgencyProfile } from '#test/builders/papers.ts'
import { ConditionBuilder } from './condition-builder.tsx'
import { BuilderProvider } from './context.tsx'
import { DecisionExamples } from './decision-examples.tsx'
import { type Asked, askedBy, valueIn, withValue } from './example-rows.ts'
import { createBuilder } from './store.ts'

const when = {
  kind: 'group',
  combine: 'any',
  of: [
    { kind: 'field', field: 'fee', op: 'more-than', value: 5_000_000 },
    { kind: 'outcome', node: 'check', is: 'revise' },
    { kind: 'office', of: { kind: 'step', node: 'check' }, position: 'head' },
    { kind: 'person', of: { kind: 'step', node: 'check' }, is: 'same-as', as: { kind: 'starter' } },
    { kind: 'days', field: 'day', op: 'within', days: 3, of: { kind: 'start' } },
  ],
} as never

const drawn = (over: Partial<DecisionNode> = {}, condition: typeof when | null = when): Definition =>
  aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'asked' }),
      aReview('check', ['accept', 'revise']),
      aTask('study', { form: 'studied', activity: 'Mengkaji' }),
      aDecision('which', over as never),
      aTask('meet', { activity: 'Membahas' }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'which', { outcome: 'accept' }),
      anEdge('check', 'study', { outcome: 'revise' }),
      anEdge('study', 'which'),
      anEdge('which', 'meet', condition === null ? {} : { when: condition }),
      anEdge('which', 'end', { otherwise: true, label: 'langsung' }),
      anEdge('meet', 'end'),
    ],
    forms: [
      aForm('asked', aField('rupiah', 'fee', { label: 'Biaya', required: true }), aField('date', 'day', { required: true })),
      aForm('studied', aField('number', 'size', { label: 'Luas', required: true })),
    ],
  })
const decisionOf = ({ flow }: Definition) => flow.nodes.find(({ id }) => id === 'which') as DecisionNode

const page = (definition: Definition, content: React.ReactNode) =>
  renderToStaticMarkup(
    <LocaleProvider locale="id">
      <BuilderProvider
        value={
          {
            store: createBuilder(definition, { number: 1, revision: 1 }, () => 0),
            positions: [{ id: 'head', title: 'Camat', unit: null }],
            units: [],
            standards: [],
            findings: [],
            layout: anAgencyProfile().papers,
            readOnly: false,
          } as never
        }
      >
        {content}
      </BuilderProvider>
    </LocaleProvider>,
  )
const shown = (definition: Definition) => page(definition, <DecisionExamples node={decisionOf(definition)} />)

const simple = { kind: 'field', field: 'fee', op: 'more-than', value: 5_000_000 } as never
const feeOf = (value: number, exit: string) => ({ given: [{ kind: 'field', field: 'fee', value }], exit }) as never

it('asks of a row everything that the conditions ask about, each once', () => {
  const definition = drawn()
  expect(askedBy(decisionOf(definition), definition).map(({ kind }) => kind)).toEqual([
    'field',
    'outcome',
    'office',
    'people',
    'people',
    'field',
    'startDay',
  ])
  const html = shown(drawn({ examples: [{ given: [], exit: 'which-meet' as never }] }))
  for (const label of ['Biaya', 'Yang memulai permohonan', 'Tanggal mulai permohonan', 'Jabatan Pelaksana'])
    expect(html).toContain(label)
})

it('shows whether each row holds, and why', () => {
  const html = shown(drawn({ examples: [feeOf(6_000_000, 'which-meet'), feeOf(6_000_000, 'which-end')] }, simple))
  expect(html).toContain('1 dari 2 baris uji sesuai.')
  expect(html).toContain('Sesuai')
  expect(html).toMatch(/Tidak sesuai: yang diambil \d+\. Membahas/)
  expect(html).toContain('Biaya (Rp6.000.000) lebih dari Rp5.000.000')
})

it('says that the flow stops where a row leaves out what is asked, and where its exit is gone', () => {
  const html = shown(drawn({ examples: [{ given: [], exit: 'which-gone' as never }] }, simple))
  expect(html).toContain('alur berhenti')
  expect(html).toContain('(jalurnya tidak ada lagi)')
})

it('asks for conditions before rows', () => {
  expect(shown(drawn({}, null))).toContain('Isi syarat jalurnya dahulu')
})

it.each<[Asked, string | number, unknown]>([
  [{ kind: 'field', field: 'fee' as never }, 7, { kind: 'field', field: 'fee', value: 7 }],
  [{ kind: 'outcome', node: 'check' as never }, 'revise', { kind: 'outcome', node: 'check', is: 'revise' }],
  [{ kind: 'startDay' }, '2026-03-02', { kind: 'startDay', day: '2026-03-02' }],
  [{ kind: 'people', of: { kind: 'starter' } }, 'Rina', { kind: 'performer', of: { kind: 'starter' }, person: 'Rina' }],
  [{ kind: 'office', of: { kind: 'starter' } }, 'head', { kind: 'performer', of: { kind: 'starter' }, position: 'head' }],
])('writes, reads and takes back a value of a row: %j', (asked, value, given) => {
  const empty = { given: [], exit: 'which-end' as never }
  const row = withValue(empty, asked, value)
  expect(row.given).toEqual([given])
  expect(valueIn(row, asked)).toBe(value)
  expect(withValue(row, asked, null)).toEqual(empty)
})

it('keeps the names of people beside the office they acted in', () => {
  const of = { kind: 'starter' } as const
  const named = withValue({ given: [], exit: 'which-end' as never }, { kind: 'people', of }, 'Rina, Budi')
  const both = withValue(named, { kind: 'office', of }, 'head')
  expect(both.given.map((one) => one.kind === 'performer' && [one.person, one.position])).toEqual([
    ['Rina', 'head'],
    ['Budi', 'head'],
  ])
  expect(withValue(both, { kind: 'people', of }, null).given).toEqual([{ kind: 'performer', of, position: 'head' }])
})

it('marks in the picker and beside a chosen field what may be empty, with the way that passes it by', () => {
  const definition = drawn()
  const condition = { kind: 'field', field: 'size', op: 'more-than', value: 1 } as never
  const html = page(definition, <ConditionBuilder condition={condition} at={{ node: 'which' as never }} onChange={() => {}} />)
  expect(html).toContain('<optgroup label="Pasti terisi di sini">')
  expect(html).toMatch(/<optgroup label="mungkin kosong">.*Luas \(mungkin kosong\)/)
  expect(html).toContain('<span class="condition__maybe">mungkin kosong</span>')
  expect(html).toMatch(/<strong>Luas<\/strong>.*tidak melewati \d+\. Mengkaji/)
  const sure = page(definition, <ConditionBuilder condition={simple} at={{ node: 'which' as never }} onChange={() => {}} />)
  expect(sure).not.toContain('condition__doubts')
})
