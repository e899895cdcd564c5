import { describe, expect, it } from 'vitest'
import { aDefinition, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { Topic, topicWords } from './topic.ts'

const fields = [{ id: 'draft', kind: 'text', label: 'Naskah' } as const]
const definition = aDefinition({
  nodes: [aStart(), aTask('apply', { lane: 'applicant', form: 'request' }), anEnd()],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'end')],
  forms: [{ id: 'request', fields }],
})
const words = (topic: unknown) => topicWords(definition, Topic.parse(topic))

describe('what people talk about', () => {
  it('is called by the words that its author gave it', () => {
    expect(words({ kind: 'node', id: 'apply' })).toBe('Mengerjakan apply')
    expect(words({ kind: 'field', id: 'request/draft' })).toBe('Naskah')
    expect(words({ kind: 'edge', id: 'apply-end' })).toMatch(/^Mengerjakan apply → /)
    expect(words({ kind: 'lane', id: 'applicant' })).not.toBe('')
  })

  it('needs no words where its kind says what it is', () => {
    expect(words({ kind: 'standard' })).toBe('')
    expect(words({ kind: 'component', id: 'fee' })).toBe('')
    expect(words({ kind: 'node', id: 'start' })).toBe('')
  })

  it.each([
    { kind: 'node', id: 'gone' },
    { kind: 'edge', id: 'gone' },
    { kind: 'lane', id: 'gone' },
    { kind: 'field', id: 'request/gone' },
    { kind: 'field', id: 'gone/draft' },
    { kind: 'sop', id: 'warnings' },
    { kind: 'decree', id: '' },
  ])('is not there any more when nothing has its id: $kind $id', (topic) => expect(words(topic)).toBeNull())

  it.each([{ kind: 'component', id: 'colour' }, { kind: 'node' }, { kind: 'room', id: 'x' }, { kind: 'sop', id: 'x' }])(
    'is nothing that a standard cannot have: %o',
    (topic) => expect(Topic.safeParse(topic).success).toBe(false),
  )
})
