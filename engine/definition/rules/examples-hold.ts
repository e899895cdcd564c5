import { checkCondition } from '../../condition/check.ts'
import { fieldsOf } from '../../form/fields-of.ts'
import { playExample } from '../../instance/play-example.ts'
import type { DecisionNode } from '../flow.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { exitName, exitsFrom } from './on-the-way.ts'

/** Each decision does with its test rows what their author expects of it. Of conditions that are unsound another rule speaks. */
export const examplesHold: DefinitionRule = {
  name: 'examples-hold',
  check(definition) {
    return definition.flow.nodes.flatMap((node) =>
      node.kind === 'decision' && node.examples ? ofDecision(node, definition) : [],
    )
  },
}

function ofDecision(node: DecisionNode, definition: Definition): RuleFinding[] {
  const exits = exitsFrom(node.id, definition)
  const fields = fieldsOf(definition)
  const isSound = exits.every(({ when }) => when === undefined || checkCondition(when, fields).length === 0)
  return (node.examples ?? []).flatMap((example, index): RuleFinding[] => {
    const place = { nodeId: node.id, path: `examples.${index}` }
    const n = index + 1
    const expected = exits.find(({ id }) => id === example.exit)
    if (expected === undefined) return [{ code: 'example-exit-gone', ...place, params: { n } }]
    if (!isSound) return []
    const { edge } = playExample(node, example, definition)
    if (edge?.id === expected.id) return []
    const params = { n, words: exitName(expected, definition) }
    if (edge === null) return [{ code: 'example-stops', ...place, params }]
    return [{ code: 'example-other-exit', ...place, params: { ...params, other: exitName(edge, definition) } }]
  })
}
