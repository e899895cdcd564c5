import { expect, it } from 'vitest'
import { aDecision, aDefinition, aField, aForm, anEdge, anEnd, aReview, aStart, aTask } from '#test/builders/definition.ts'
import type { Definition } from '../schema.ts'
import { applyEdits } from './apply.ts'
import type { Edit } from './edit.ts'

const given = [
  { kind: 'field', field: 'fee', value: 5 },
  { kind: 'outcome', node: 'check', is: 'accept' },
  { kind: 'performer', of: { kind: 'step', node: 'check' }, person: 'Rina' },
  { kind: 'startDay', day: '2026-03-02' },
] as never

const drawn = aDefinition({
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant', form: 'asked' }),
    aReview('check', ['accept', 'revise']),
    aDecision('which', { examples: [{ given, exit: 'which-end' }] }),
    anEnd(),
  ],
  edges: [
    anEdge('start', 'apply'),
    anEdge('apply', 'check'),
    anEdge('check', 'which', { outcome: 'accept' }),
    anEdge('check', 'apply', { outcome: 'revise' }),
    anEdge('which', 'end', { otherwise: true }),
  ],
  forms: [aForm('asked', aField('number', 'fee', { required: true }))],
})

const rowAfter = (...edits: Edit[]) => {
  const result = applyEdits(drawn, edits)
  if (!result.ok) throw new Error(result.refusal.code)
  const node = result.definition.flow.nodes.find(({ id }) => id === 'which') as Extract<
    Definition['flow']['nodes'][number],
    { kind: 'decision' }
  >
  return node.examples?.[0]?.given.map((one) => JSON.stringify(one)).join(' ')
}
const ofForm = { form: 'asked' as never, field: 'fee' as never }

it('keeps the names in test rows of what is renamed', () => {
  const to = { ...aField('number', 'cost', { label: 'Biaya', required: true }) } as never
  expect(rowAfter({ type: 'UpdateField', ...ofForm, to })).toContain('"field":"cost"')
  const renamed = rowAfter({ type: 'RenameOutcome', node: 'check' as never, outcome: 'accept' as never, to: 'fine' as never })
  expect(renamed).toContain('"is":"fine"')
})

it('takes out of test rows what is gone, and leaves the rest', () => {
  expect(rowAfter({ type: 'RemoveField', ...ofForm })).not.toContain('"fee"')
  const withoutStep = rowAfter({ type: 'RemoveNode', node: 'check' as never })
  expect(withoutStep).not.toContain('check')
  expect(withoutStep).toContain('"fee"')
  expect(withoutStep).toContain('2026-03-02')
})

it('leaves rows as they are where nothing in them changed', () => {
  const result = applyEdits(drawn, [{ type: 'UpdateNode', node: 'apply' as never, patch: { remark: 'Loket 2' } }])
  expect(result.ok && result.definition.flow.nodes.find(({ id }) => id === 'which')).toBe(
    drawn.flow.nodes.find(({ id }) => id === 'which'),
  )
})
