import { describe, expect, it } from 'vitest'
import { formFacts, initialState, type TaskNode } from '#engine'
import { aDefinition, aField, aForm, anEdge, anEnd, aReview, aStart, aTask, type FieldInput } from '#test/builders/definition.ts'
import { readStep } from './read-step.ts'

function aStep(fields: FieldInput[], review = false) {
  const task = review ? aReview('do', ['accept', 'revise'], { form: 'f' }) : aTask('do', { form: 'f' })
  const definition = aDefinition({
    nodes: [aStart({ lane: 'applicant' }), task, anEnd()],
    edges: [anEdge('start', 'do'), anEdge('do', 'end')],
    forms: [aForm('f', ...fields)],
  })
  const node = definition.flow.nodes.find((one): one is TaskNode => one.kind === 'task')
  if (!node) throw new Error('no step')
  let count = 0
  return {
    form: definition.forms[0] ?? null,
    node,
    facts: formFacts(definition, initialState, node.id),
    store: async (file: File) => {
      count += 1
      const value = { id: `file${count}`, sha256: `sha-${file.name}`, bytes: file.size, mediaType: 'text/plain', name: file.name }
      return { ok: true as const, value }
    },
  }
}

function posted(...entries: [string, string | File][]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

const aFile = (name: string) => new File(['x'], name)
const codes = (step: { problems: readonly { path: string; code: string }[] }) =>
  step.problems.map(({ path, code }) => `${path} ${code}`)

describe('what was posted for a step', () => {
  it('keeps everything typed and names what is wrong, all at once', async () => {
    const step = await readStep(
      posted(['f.title', 'a'.repeat(201)], ['outcome', 'revise']),
      aStep([aField('text', 'title', { maxLength: 200 })], true),
    )
    expect(codes(step)).toEqual(['title too-long', 'reason required'])
    expect(step.values.texts['f.title']).toEqual(['a'.repeat(201)])
    expect(step.values.outcome).toBe('revise')
  })

  it('refuses a name that came twice, and fields that the form does not have', async () => {
    const step = await readStep(posted(['f.title', 'a'], ['f.title', 'b'], ['f.other', 'c']), aStep([aField('text', 'title')]))
    expect(codes(step)).toEqual(['title duplicate', 'other unknown-field'])
  })

  it('stores four files of five before it says that one is missing, and keeps the four', async () => {
    const files = ['1', '2', '3', '4'].map((name): [string, File] => ['f.photos', aFile(name)])
    const step = await readStep(posted(...files), aStep([aField('file', 'photos', { min: 5, max: 10 })]))
    expect(codes(step)).toEqual(['photos too-few'])
    expect(step.values.texts['f.photos']).toEqual(['file1', 'file2', 'file3', 'file4'])
    expect(Object.values(step.values.files).map(({ name }) => name)).toEqual(['1', '2', '3', '4'])
  })

  it('takes out the files that were to be dropped', async () => {
    const step = await readStep(
      posted(['f.a', 'one'], ['f.a', 'two'], ['drop', 'one'], ['kept', 'one|1|x'], ['kept', 'two|2|y|z']),
      aStep([aField('file', 'a', { max: 3 })]),
    )
    expect(step.submission.data).toEqual({ a: ['two'] })
    expect(step.values.files).toEqual({ two: { name: 'y|z', bytes: 2 } })
  })

  it('is the same sending when the same files are stored again', async () => {
    const input = aStep([aField('file', 'a')])
    const [first, second] = [
      await readStep(posted(['f.a', aFile('x')]), input),
      await readStep(posted(['f.a', aFile('x')]), input),
    ]
    expect(first.submission).not.toEqual(second.submission)
    expect(first.sameAs).toEqual(second.sameAs)
  })

  it('drops what a changed answer hides, as pages without script must', async () => {
    const fields = [
      aField('choice', 'kind'),
      aField('text', 'why', { visibleWhen: { kind: 'field', field: 'kind', op: 'is', value: 'c' } as never }),
    ]
    const step = await readStep(posted(['f.kind', 'a'], ['f.why', 'x']), aStep(fields))
    expect(step.submission.data).toEqual({ kind: 'a' })
    expect(step.values.texts['f.why']).toEqual(['x'])
  })

  it('adds and takes out rows without judging them', async () => {
    const input = aStep([aField('group', 'g', { required: true })])
    const more = await readStep(posted(['f.g.0.item', 'a'], ['rows.g', '1'], ['intent', 'add:g']), input)
    expect(more).toMatchObject({ intent: { kind: 'rows', focus: 'f.g.1' }, problems: [], values: { rows: { g: 2 } } })
    const rows = posted(['f.g.0.item', 'a'], ['f.g.1.item', 'b'], ['f.g.2.item', 'c'], ['rows.g', '3'], ['intent', 'remove:g:1'])
    const less = await readStep(rows, input)
    expect(less.values).toMatchObject({ rows: { g: 2 }, texts: { 'f.g.0.item': ['a'], 'f.g.1.item': ['c'] } })
  })
})
