import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluateOver } from '#engine/condition/evaluate.ts'
import type { Condition } from '#engine/definition/condition.ts'
import { aDecision, aDefinition, aField, aForm, anEdge, anEnd, aStart, aTask, type EdgeInput } from '#test/builders/definition.ts'
import { tries } from '#test/support/tries.ts'
import { fieldsOf } from '../../form/fields-of.ts'
import type { Definition } from '../schema.ts'
import { branchesCover } from './branches-cover.ts'
import { exitsFrom } from './on-the-way.ts'

const leaf = fc.oneof(
  fc
    .tuple(fc.constantFrom('less-than', 'more-than', 'is', 'is-not'), fc.integer({ min: 0, max: 4 }))
    .map(([op, value]) => ({ kind: 'field', field: 'fee', op, value })),
  fc.constantFrom('a', 'b', 'c').map((value) => ({ kind: 'field', field: 'sort', op: 'is', value })),
) as fc.Arbitrary<Condition>
const condition = fc.oneof(
  leaf,
  fc.tuple(fc.constantFrom('all', 'any'), leaf, leaf).map(([combine, ...of]) => ({ kind: 'group', combine, of })),
) as fc.Arbitrary<Condition>

const decisions = ['first', 'second', 'third', 'last'] as const
/** Exits of each decision: with conditions to later ones or to the end, and one for all else. */
const flow = fc.tuple(
  ...decisions.map((_, index) => {
    const to = fc.constantFrom(...decisions.slice(index + 1), 'end')
    const exit = fc.record({ to, when: condition })
    return fc.record({ exits: fc.array(exit, { minLength: 1, maxLength: 2 }), otherwise: to, ordered: fc.boolean() })
  }),
)

type Choice = { exits: readonly { to: string; when: Condition }[]; otherwise: string; ordered: boolean }

function drawn(choices: readonly Choice[]): Definition {
  const ways = choices.flatMap(({ exits, otherwise }, index): EdgeInput[] => {
    const from = decisions[index] ?? 'end'
    return [
      ...exits.map(({ to, when }, at) => anEdge(from, to, { id: `${from}${at}`, when: when as never })),
      anEdge(from, otherwise, { id: `${from}else`, otherwise: true }),
    ]
  })
  return aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'asked' }),
      ...decisions.map((id, index) => aDecision(id, { ordered: choices[index]?.ordered ?? false })),
      anEnd(),
    ],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'first'), ...ways],
    forms: [aForm('asked', aField('rupiah', 'fee', { required: true, max: 4 }), aField('choice', 'sort', { required: true }))],
  })
}

/** The decisions at which two conditions hold for some values that come there, by trying all values. */
function overlapping(definition: Definition): Set<string> {
  const fields = fieldsOf(definition)
  const found = new Set<string>()
  for (const fee of [0, 1, 2, 3, 4])
    for (const sort of ['a', 'b', 'c']) {
      const holds = (when: Condition | undefined) =>
        when !== undefined &&
        evaluateOver(when, fields, [
          ['fee', fee],
          ['sort', sort],
        ]) === true
      for (let at: string | null = 'first'; at !== null && at !== 'end'; ) {
        const node = definition.flow.nodes.find(({ id }) => id === at)
        const exits = exitsFrom(at, definition)
        const taken = exits.filter(({ when }) => holds(when))
        const ordered = node?.kind === 'decision' && node.ordered
        if (!ordered && taken.length > 1) found.add(at)
        const exit = ordered || taken.length < 2 ? (taken[0] ?? exits.find(({ otherwise }) => otherwise)) : undefined
        at = exit?.to ?? null
      }
    }
  return found
}

it('finds the overlaps that values which come to a decision have, and no other', () => {
  const seen = { overlap: 0, apart: 0 }
  fc.assert(
    fc.property(flow, (choices) => {
      const definition = drawn(choices)
      const said = branchesCover.check(definition, {}).filter(({ code }) => code === 'branches-overlap')
      const expected = overlapping(definition)
      const led = said.map(({ nodeId }) => String(nodeId)).filter((id) => leadsTo(definition, id))
      // What nothing leads to is another rule's.
      expect(new Set(led)).toEqual(expected)
      seen[expected.size > 0 ? 'overlap' : 'apart'] += 1
    }),
    { numRuns: tries(300) },
  )
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
})

/** Whether some way of exits leads from the first decision. */
function leadsTo(definition: Definition, id: string): boolean {
  const passed = new Set(['first'])
  for (const one of passed) for (const { to } of exitsFrom(one, definition)) passed.add(to)
  return passed.has(id)
}
