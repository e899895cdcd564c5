import type { z } from 'zod'
import { Components, DecreeText, SopBlock } from '../components.ts'
import { Edge, FlowNode, Lane } from '../flow.ts'
import { Field, Form, SimpleField } from '../form.ts'
import { Scenario } from '../scenario.ts'
import { Definition, Identity } from '../schema.ts'
import { type DefinitionPart, order, wholeOf } from './part.ts'
import { valueAt } from './places.ts'
import { Spot } from './spots.ts'

/** Whether a value may stand at a part, as the schema of what it belongs to says. What takes a thing away always may. */
export function fits(definition: Definition, part: DefinitionPart, value: unknown): boolean {
  if (!('member' in part) || part.member === undefined) return wholeFits(part, value)
  if (part.member === order) return value === undefined || Spot.safeParse(value).success
  const holder = valueAt(definition, wholeOf(part)) as object
  const { [part.member as never]: _, ...rest } = holder
  return wholeFits(wholeOf(part), value === undefined ? rest : { ...rest, [part.member]: value })
}

function wholeFits(part: DefinitionPart, value: unknown): boolean {
  if (value === undefined) return 'id' in part || part.of === 'label'
  if (!schemaOf(part).safeParse(value).success) return false
  return part.of === 'layout' || !('id' in part) || (value as { id: string }).id === part.id
}

function schemaOf(part: DefinitionPart): z.ZodType {
  switch (part.of) {
    case 'node':
      return FlowNode
    case 'edge':
      return Edge
    case 'lane':
      return Lane
    case 'form':
      return Form
    case 'field':
      return part.group === undefined ? Field : SimpleField
    case 'layout':
      return Definition.shape.layout.unwrap().valueType
    case 'identity':
      return Identity
    case 'component':
      return Components.shape[part.key]
    case 'label':
      return Definition.shape.labels.unwrap().valueType
    case 'sop':
      return SopBlock.nullable()
    case 'decree':
      return DecreeText.nullable()
    case 'notes':
      return Definition.shape.notes
    case 'scenario':
      return Scenario
  }
}
