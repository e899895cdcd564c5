import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { type Definition, type Field, fieldsOf, readSubmission, type TaskNode } from '#engine'
import { StandardFile } from '#engine/definition/shipped.ts'
import { aDefinition, aField, aForm, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { exampleAnswers } from './example-answers.ts'
import { fieldKinds } from './field-kinds.ts'
import { askedBefore, factsAfter, notAsked, openingValues, rawOf, typedOver, withRows } from './live-answers.ts'

const t = translator('id')
const noOffice = { positions: [{ id: 'kadis' }] }
const shipped = readdirSync('definitions', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.includes('standards') && path.endsWith('.json'))
  .map((path) => [path, StandardFile.parse(JSON.parse(readFileSync(join('definitions', path), 'utf8'))).definition] as const)

const isAbout = (field: string, value: string) => ({ visibleWhen: { kind: 'field', field, op: 'is', value } as never })
const travel = () =>
  aDefinition({
    nodes: [aStart(), aTask('apply', { form: 'request' }), aTask('book', { form: 'booking' }), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'book'), anEdge('book', 'end')],
    forms: [
      aForm('request', {
        ...aField('choice', 'where'),
        options: [
          { id: 'near', label: 'Dalam daerah' },
          { id: 'far', label: 'Luar daerah' },
        ],
      } as never),
      aForm('booking', aField('text', 'car'), aField('text', 'ticket', isAbout('where', 'far')), aField('group', 'people')),
    ],
  })
const formAt = (definition: Definition, index: number) => {
  const form = definition.forms[index]
  if (form === undefined) throw new Error('no such form')
  return form
}
const step = (definition: Definition, id: string) => definition.flow.nodes.find((node) => node.id === id) as TaskNode

it('gives every kind of field an answer that its own form takes', () => {
  const fields = fieldKinds.map((kind) => ({ ...aField(kind, kind), required: kind !== 'note' }))
  const definition = aDefinition({
    nodes: [aStart(), aTask('apply', { form: 'request' }), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'end')],
    forms: [aForm('request', ...fields)],
  })
  expect(refusals(definition)).toEqual([])
})

it.each(shipped)('fills the forms of %s within their limits', (_, definition) => {
  expect(refusals(definition)).toEqual([])
})

it('asks beside the form for what earlier steps answer and its conditions need', () => {
  const definition = travel()
  expect(askedBefore(definition, formAt(definition, 1)).fields.map(({ id }) => id)).toEqual(['where'])
  expect(askedBefore(definition, formAt(definition, 0)).fields).toEqual([])
})

it('leaves out what the answers leave out', () => {
  const definition = travel()
  const booking = formAt(definition, 1)
  const hiddenWhen = (where: string) =>
    notAsked(booking, factsAfter(definition, step(definition, 'book'), { where }, '')).map(({ id }) => id)
  expect(hiddenWhen('near')).toEqual(['ticket'])
  expect(hiddenWhen('far')).toEqual([])
})

it('keeps what was typed, adds rows, and fills what came to the form since', () => {
  const definition = travel()
  const booking = formAt(definition, 1)
  const opening = openingValues(booking, definition, noOffice, true, t)
  const typed = { ...opening, texts: { ...opening.texts, 'f.car': ['R 1 B'] } }
  const more = withRows(booking, typed, 'add:people')
  expect(more?.rows).toEqual({ people: 2 })
  expect(withRows(booking, typed, 'send')).toBeNull()
  const later = openingValues(
    { ...booking, fields: [...booking.fields, aField('date', 'day') as Field] },
    definition,
    noOffice,
    true,
    t,
  )
  expect(typedOver(later, more).texts).toMatchObject({ 'f.car': ['R 1 B'], 'f.day': ['2026-03-02'] })
  expect(rawOf(booking, typed)).toMatchObject({ car: 'R 1 B' })
})

/** What the engine would refuse of the examples, conditions aside. */
function refusals(definition: Definition) {
  const office = { ...noOffice, lanes: definition.flow.lanes }
  const lanes = Object.fromEntries(definition.flow.lanes.map(({ id, positions }) => [id, positions]))
  return definition.forms.flatMap((form) => {
    const bare = { ...form, fields: form.fields.map((field) => unconditional(field)) }
    const facts = { fields: fieldsOf(definition), data: {}, outcomes: {}, lanes }
    const read = readSubmission({ form: bare, raw: exampleAnswers(bare.fields, office, t), facts })
    return read.ok ? [] : read.errors
  })
}

const unconditional = (field: Field): Field =>
  field.kind === 'group'
    ? { ...field, visibleWhen: undefined, fields: field.fields.map((one) => ({ ...one, visibleWhen: undefined })) }
    : { ...field, visibleWhen: undefined }
