import { z } from 'zod'
import { ComponentKey, DecreeText, SopBlock } from './components.ts'
import type { FlowNode } from './flow.ts'
import type { Definition } from './schema.ts'

const id = z.string().min(1).max(200)

/**
 * A topic of a standard that people talk about. A field is named `form/field`; a part of the SOP block or of the decree by
 * its key, and the whole of either by none.
 */
export const Topic = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('standard'), id: z.literal('').default('') }),
  z.strictObject({ kind: z.literal('node'), id }),
  z.strictObject({ kind: z.literal('edge'), id }),
  z.strictObject({ kind: z.literal('lane'), id }),
  z.strictObject({ kind: z.literal('field'), id }),
  z.strictObject({ kind: z.literal('component'), id: ComponentKey }),
  z.strictObject({ kind: z.literal('sop'), id: z.union([z.literal(''), SopBlock.keyof()]).default('') }),
  z.strictObject({ kind: z.literal('decree'), id: z.union([z.literal(''), DecreeText.keyof()]).default('') }),
])
export type Topic = z.infer<typeof Topic>

/**
 * What a topic is called in a definition: the author's own words, or nothing where its kind (or key) says what it is.
 * @returns null when the definition has no such topic
 */
export function topicWords(definition: Definition, topic: Topic): string | null {
  const { flow, forms } = definition
  switch (topic.kind) {
    case 'standard':
    case 'component':
      return ''
    case 'sop':
      return definition.sop ? '' : null
    case 'decree':
      return definition.decree ? '' : null
    case 'lane':
      return flow.lanes.find((lane) => lane.id === topic.id)?.name ?? null
    case 'node':
      return nodeWords(definition, topic.id)
    case 'edge': {
      const edge = flow.edges.find((one) => one.id === topic.id)
      return edge ? `${nodeWords(definition, edge.from) || '…'} → ${nodeWords(definition, edge.to) || '…'}` : null
    }
    case 'field': {
      const form = forms.find((one) => topic.id.startsWith(`${one.id}/`))
      return form?.fields.find((field) => `${form.id}/${field.id}` === topic.id)?.label ?? null
    }
  }
}

function nodeWords({ flow }: Definition, id: string): string | null {
  const node = flow.nodes.find((one) => one.id === id)
  return node ? ownWords(node) : null
}

function ownWords(node: FlowNode): string {
  switch (node.kind) {
    case 'start':
      return ''
    case 'end':
    case 'parallel':
    case 'join':
      return node.name ?? ''
    case 'decision':
      return node.question
    case 'task':
    case 'event':
    case 'wait':
    case 'call':
      return node.activity
  }
}
