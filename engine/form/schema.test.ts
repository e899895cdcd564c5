import { expect, it } from 'vitest'
import { FieldId, NodeId } from '#engine/definition/ids.ts'
import { aDefinition, aField, aForm, aTask } from '#test/builders/definition.ts'
import { fieldsOf, formOf } from './fields-of.ts'
import { formJsonSchema, formSchema } from './schema.ts'
import { visibleFields } from './visible.ts'

const definition = aDefinition({
  forms: [
    aForm(
      'f',
      aField('text', 'caption', { required: true, maxLength: 200, help: 'Paling banyak 200 karakter' }),
      aField('file', 'photos', { min: 5, max: 10 }),
      aField('choice', 'class'),
      aField('rupiah', 'fee', { visibleWhen: { kind: 'field', field: 'class', op: 'is', value: 'a' } }),
      aField('group', 'items', { max: 3 }),
    ),
    aForm('g', aField('choice', 'class', { options: [{ id: 'd', label: 'D' }] })),
  ],
})
const [form] = definition.forms
if (!form) throw new Error('no form')
const facts = { fields: fieldsOf(definition), data: {}, outcomes: {} }

it('shows what is unknown to nobody', () => {
  const ids = (data: Record<string, unknown>) => visibleFields(form, { ...facts, data }).map(({ id }) => id)
  expect(ids({})).not.toContain('fee')
  expect(ids({ class: ['a'] })).not.toContain('fee')
  expect(ids({ class: 'a' })).toContain('fee')
})

it('is one schema for browser and server: the shown fields and no others', () => {
  expect(Object.keys(formSchema(form, facts).shape)).toEqual(['caption', 'photos', 'class', 'items'])
  expect(formSchema(form, { ...facts, data: { class: 'a' } }).safeParse({ caption: 'x', class: 'a', fee: 1 }).success).toBe(true)
})

it('says the same as JSON Schema', () => {
  expect(formJsonSchema(form, facts)).toMatchObject({
    type: 'object',
    required: ['caption'],
    additionalProperties: false,
    properties: {
      caption: { type: 'string', title: 'caption', description: 'Paling banyak 200 karakter', maxLength: 200 },
      photos: { type: 'array', items: { type: 'string' }, minItems: 5, maxItems: 10, uniqueItems: true },
      class: { type: 'string', enum: ['a', 'b', 'c'] },
      items: { type: 'array', maxItems: 3, items: { type: 'object', properties: { item: { type: 'string' } } } },
    },
  })
})

it('finds the form of a step, and the options of a field in all forms', () => {
  const withForm = aDefinition({ nodes: [aTask('asks', { form: 'f' }), aTask('decides')], edges: [], forms: [aForm('f')] })
  expect(formOf(withForm, NodeId.parse('asks'))?.id).toBe('f')
  expect(formOf(withForm, NodeId.parse('decides'))).toBeNull()
  const field = facts.fields.get(FieldId.parse('class'))
  expect(field?.kind === 'choice' && field.options.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
})
