import { z } from 'zod'
import { ComponentKey, Components, DecreeText, SopBlock } from '../components.ts'
import { Edge, FlowNode, Lane } from '../flow.ts'
import { Field } from '../form.ts'
import { EdgeId, FieldId, FormId, LaneId, NodeId, ScenarioId } from '../ids.ts'
import { Scenario } from '../scenario.ts'
import { Identity } from '../schema.ts'

/** Where an item stands in its list: a member beside those of its schema. */
export const order = 'order'

type Shaped = { shape: Record<string, unknown> }
const names = (schemas: readonly Shaped[], except: readonly string[], ...more: string[]) => {
  const all = new Set([...schemas.flatMap(({ shape }) => Object.keys(shape)).filter((key) => !except.includes(key)), ...more])
  return z.enum([...all] as [string, ...string[]]).optional()
}
const identity = ['id', 'kind']
const componentSchemas = (Object.values(Components.shape) as (Shaped | { options: readonly Shaped[] })[]).flatMap((schema) =>
  'options' in schema ? schema.options : [schema],
)

/**
 * One part of a definition: a thing of a list (and below it one of its members, or its `order`), where a node stands on the
 * canvas, or a member of the words. Without `member` the whole thing is meant.
 */
export const DefinitionPart = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('node'), id: NodeId, member: names(FlowNode.options, identity, order) }),
  z.strictObject({ of: z.literal('edge'), id: EdgeId, member: names([Edge], identity, order) }),
  z.strictObject({ of: z.literal('lane'), id: LaneId, member: names([Lane], ['id'], order) }),
  z.strictObject({ of: z.literal('form'), id: FormId, member: z.enum(['title', order]).optional() }),
  z.strictObject({
    of: z.literal('field'),
    form: FormId,
    /** The repeating group that holds the field, where one does. */
    group: FieldId.optional(),
    id: FieldId,
    member: names(Field.options, [...identity, 'fields'], order),
  }),
  z.strictObject({ of: z.literal('layout'), id: NodeId }),
  z.strictObject({ of: z.literal('identity'), member: names([Identity], []) }),
  z.strictObject({ of: z.literal('component'), key: ComponentKey, member: names(componentSchemas, ['kind']) }),
  z.strictObject({ of: z.literal('label'), key: ComponentKey }),
  z.strictObject({ of: z.literal('sop'), member: names([SopBlock], []) }),
  z.strictObject({ of: z.literal('decree'), member: names([DecreeText], []) }),
  z.strictObject({ of: z.literal('notes') }),
  z.strictObject({ of: z.literal('scenario'), id: ScenarioId, member: names([Scenario], ['id'], order) }),
])
export type DefinitionPart = z.infer<typeof DefinitionPart>
export type ItemPart = Extract<DefinitionPart, { of: 'node' | 'edge' | 'lane' | 'form' | 'field' | 'scenario' }>

/** A text that is the same for the same part, and for no other. */
export const partKey = (part: DefinitionPart): string =>
  [
    part.of,
    'form' in part ? part.form : '',
    'group' in part ? (part.group ?? '') : '',
    'id' in part ? part.id : 'key' in part ? part.key : '',
    'member' in part ? (part.member ?? '') : '',
  ].join('/')

const items: ReadonlySet<string> = new Set<ItemPart['of']>(['node', 'edge', 'lane', 'form', 'field', 'scenario'])
export const isItem = (part: DefinitionPart): part is ItemPart => items.has(part.of)

/** The thing that a part belongs to, as a whole. */
export function wholeOf<P extends DefinitionPart>(part: P): P {
  if (!('member' in part)) return part
  const { member: _, ...whole } = part
  return whole as P
}
