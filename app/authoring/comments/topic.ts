import type { Translate } from '#app/i18n/translator.ts'
import { type Definition, stepRows, Topic, topicWords } from '#engine'
import { officialHeadings } from '#engine/papers/headings.ts'

/** A topic in an address and as the value of a choice: `node:review`, `standard:`. */
export const topicKey = ({ kind, id }: { kind: string; id: string }): string => `${kind}:${id}`

export function readTopicKey(key: string): Topic | null {
  const at = key.indexOf(':')
  const parsed = Topic.safeParse({ kind: key.slice(0, at), id: key.slice(at + 1) })
  return at > 0 && parsed.success ? parsed.data : null
}

/** A topic as people call it: "Langkah: Memeriksa konten". `words` are the author's own for it, if it has any. */
export function topicTitle({ kind, id }: Topic, words: string, t: Translate): string {
  switch (kind) {
    case 'standard':
      return t('comments.kind.standard')
    case 'component':
      return officialHeadings[id]
    case 'sop':
    case 'decree':
      return t(`comments.kind.${kind}`)
    case 'node':
    case 'edge':
    case 'lane':
    case 'field':
      return words === '' ? t(`comments.kind.${kind}`) : `${t(`comments.kind.${kind}`)}: ${words}`
  }
}

export type NamedTopic = { title: string; gone: boolean }
type TopicThen = { topicKind: string; topicId: string; topicName: string }

/** What a conversation is about as the draft stands now; where that has gone since, as it was called then. */
export function topicNow(
  { topicKind: kind, topicId: id, topicName }: TopicThen,
  definition: Definition,
  t: Translate,
): NamedTopic {
  const topic = Topic.safeParse({ kind, id })
  if (!topic.success) return { title: topicName || id, gone: true }
  const words = topicWords(definition, topic.data)
  return { title: topicTitle(topic.data, words ?? topicName, t), gone: words === null }
}

export type TopicChoice = { value: string; label: string }

/** Every topic of a definition that can be chosen from a list: the standard, its steps in order, lanes, fields and words. */
export function topicChoices(definition: Definition, t: Translate): TopicChoice[] {
  const { flow, forms, components, sop, decree } = definition
  const choice = (topic: Topic, title?: string): TopicChoice => ({
    value: topicKey(topic),
    label: title ?? topicTitle(topic, topicWords(definition, topic) ?? '', t),
  })
  const steps = stepRows(definition).map(({ node, number }) => {
    const topic: Topic = { kind: 'node', id: node.id }
    return choice(topic, `${number}. ${topicWords(definition, topic)}`)
  })
  return [
    choice({ kind: 'standard', id: '' }),
    ...steps,
    ...flow.lanes.map(({ id }) => choice({ kind: 'lane', id })),
    ...forms.flatMap((form) => form.fields.map((field) => choice({ kind: 'field', id: `${form.id}/${field.id}` }))),
    ...(Object.keys(components) as (keyof typeof components)[]).map((id) => choice({ kind: 'component', id })),
    ...(sop ? [choice({ kind: 'sop', id: '' })] : []),
    ...(decree ? [choice({ kind: 'decree', id: '' })] : []),
  ]
}
