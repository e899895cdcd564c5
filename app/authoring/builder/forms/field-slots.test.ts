import { expect, it } from 'vitest'
import { applyEdits, type Definition, type FieldId, type Form } from '#engine'
import { aDefinition, aField, aForm, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { fieldRows, planMove, rowOf, type Slot, slotsFor, slotTowards, type Way } from './field-slots.ts'

type Written = ReturnType<typeof aField>
const inGroup = (id: string, ...fields: Written[]) => ({ ...aField('group', id), fields }) as Written
const withFields = (...fields: Written[]): Definition =>
  aDefinition({
    nodes: [aStart(), aTask('apply', { form: 'request' }), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'end')],
    forms: [aForm('request', ...fields)],
  })
const formOf = ({ forms }: Definition) => forms[0] as Form
const names = (form: Form) => fieldRows(form).map(({ field, group }) => (group === null ? field.id : `${group}/${field.id}`))
const guests = () => inGroup('guests', aField('text', 'name'), aField('text', 'office'))

function moved(definition: Definition, id: string, to: (form: Form) => Slot | null): string[] | 'nowhere' {
  const form = formOf(definition)
  const row = rowOf(form, id as FieldId)
  const slot = to(form)
  if (row === undefined || slot === null) return 'nowhere'
  const result = applyEdits(definition, planMove(form, row, slot))
  if (!result.ok) throw new Error(result.refusal.code)
  return names(formOf(result.definition))
}
const byKey = (definition: Definition, id: string, way: Way) =>
  moved(definition, id, (form) => slotTowards(form, rowOf(form, id as FieldId) as never, way))

it('moves a field past its neighbours, and stops at either end', () => {
  const request = withFields(aField('text', 'subject'), aField('date', 'day'), aField('file', 'letter'))
  expect(byKey(request, 'subject', 'down')).toEqual(['day', 'subject', 'letter'])
  expect(byKey(request, 'letter', 'up')).toEqual(['subject', 'letter', 'day'])
  expect(byKey(request, 'subject', 'up')).toBe('nowhere')
  expect(byKey(request, 'letter', 'down')).toBe('nowhere')
})

it('takes a field into the group above it, or else below it, and out again behind it', () => {
  const request = withFields(aField('text', 'subject'), guests(), aField('date', 'day'))
  expect(byKey(request, 'day', 'in')).toEqual(['subject', 'guests', 'guests/name', 'guests/office', 'guests/day'])
  expect(byKey(request, 'subject', 'in')).toEqual(['guests', 'guests/subject', 'guests/name', 'guests/office', 'day'])
  expect(byKey(request, 'name', 'out')).toEqual(['subject', 'guests', 'guests/office', 'name', 'day'])
})

it('leaves the last field of a group where it is, and never puts a group into a group', () => {
  const request = withFields(inGroup('guests', aField('text', 'name')), inGroup('rooms', aField('text', 'room')))
  expect(byKey(request, 'name', 'out')).toBe('nowhere')
  expect(byKey(request, 'rooms', 'in')).toBe('nowhere')
  const form = formOf(request)
  expect(slotsFor(form, rowOf(form, 'name' as FieldId) as never)).toEqual([
    { group: 'guests', index: 0 },
    { group: 'guests', index: 1 },
  ])
})

it('puts every field into every gap it is offered, with the fields that were there', () => {
  const request = withFields(aField('text', 'subject'), guests(), inGroup('rooms', aField('text', 'room')), aField('date', 'day'))
  const form = formOf(request)
  for (const row of fieldRows(form)) {
    for (const slot of slotsFor(form, row)) {
      const after = moved(request, row.field.id, () => slot)
      expect(after, `${row.field.id} to ${slot.group}:${slot.index}`).toHaveLength(7)
    }
  }
})

it('keeps the office its own field: only a group of the office takes it, and what leaves such a group stays internal', () => {
  const secret = { ...aField('text', 'remark'), internal: true as const }
  const open = withFields(secret, guests())
  expect(byKey(open, 'remark', 'in')).toBe('nowhere')
  const closed = withFields(secret, { ...guests(), internal: true as const })
  expect(byKey(closed, 'remark', 'in')).toEqual(['guests', 'guests/remark', 'guests/name', 'guests/office'])
  const form = formOf(closed)
  const row = rowOf(form, 'name' as FieldId)
  const result = applyEdits(closed, planMove(form, row as never, { group: null, index: 0 }))
  expect(result.ok && formOf(result.definition).fields[0]).toMatchObject({ id: 'name', internal: true })
})
