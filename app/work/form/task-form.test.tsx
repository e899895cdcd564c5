import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { formFacts, initialState, type TaskNode } from '#engine'
import {
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aReview,
  aStart,
  aTask,
  type FieldInput,
  type TaskInput,
} from '#test/builders/definition.ts'
import { firstValues } from './form-values.ts'
import { stepFormOf } from './step-form.ts'
import { TaskForm } from './task-form.tsx'

const office = { positions: [{ id: 'officer', title: 'Kepala Seksi' }], people: { p1: 'Asha' } }

function drawn(fields: FieldInput[], over: Partial<TaskInput> = {}, data: Record<string, unknown> = {}) {
  const definition = aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [aStart({ lane: 'applicant' }), aTask('apply', { lane: 'applicant', form: 'f', ...over }), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'end')],
    forms: [aForm('f', ...fields)],
  })
  return draw(definition, data)
}

function draw(definition: ReturnType<typeof aDefinition>, data: Record<string, unknown> = {}) {
  const node = definition.flow.nodes.find((one): one is TaskNode => one.id === 'apply')
  if (!node) throw new Error('no step')
  const facts = { ...formFacts(definition, initialState, node.id), data }
  const seats = [{ positionId: 'officer', personId: 'p1', kind: 'plt', title: 'Kepala Seksi' }] as never
  const step = stepFormOf({ definition, node, facts, seats, office, locale: 'id' })
  const form = definition.forms[0] ?? null
  return renderToStaticMarkup(<TaskForm step={step} values={firstValues(form, data, [])} keys={{ key: 'k' }} draft />)
}

describe('the form of a step', () => {
  it.each([
    ['text', 'name="f.x"'],
    ['longText', '<textarea'],
    ['number', 'inputMode="decimal"'],
    ['rupiah', 'inputMode="numeric"'],
    ['date', 'type="date"'],
    ['time', 'type="time"'],
    ['dateTime', 'type="datetime-local"'],
    ['choice', 'type="radio"'],
    ['choices', 'type="checkbox"'],
    ['yesNo', 'value="yes"'],
    ['file', 'type="file"'],
    ['letterNumber', 'name="f.x"'],
    ['nik', 'inputMode="numeric"'],
    ['nip', 'inputMode="numeric"'],
    ['phone', 'type="tel"'],
    ['email', 'type="email"'],
    ['link', 'type="url"'],
    ['position', 'Kepala Seksi'],
    ['regulation', '<textarea'],
    ['note', 'task-form__note'],
    ['group', 'value="add:x"'],
  ] as const)('draws %s with a native control', (kind, expected) => {
    expect(drawn([aField(kind, 'x')])).toContain(expected)
  })

  it('shows what hangs on its own answers with the condition in words', () => {
    const html = drawn([
      aField('choice', 'kind', { label: 'Jenis' }),
      aField('text', 'why', { visibleWhen: { kind: 'field', field: 'kind', op: 'is', value: 'c' } as never }),
    ])
    expect(html).toContain('Isi bila: Jenis')
    expect(html).toContain('name="f.why"')
  })

  it('has nothing of a field that an earlier answer hides (P9)', () => {
    const hidden = aField('text', 'why', { visibleWhen: { kind: 'field', field: 'elsewhere', op: 'is', value: 'c' } as never })
    expect(drawn([aField('text', 'x'), hidden])).not.toContain('f.why')
  })

  it('says where each outcome leads and which needs a reason', () => {
    const review = aReview('apply', ['accept', 'revise'], { lane: 'applicant' })
    const html = draw(
      aDefinition({
        nodes: [aStart({ lane: 'applicant' }), aTask('first', { lane: 'applicant' }), review, anEnd('end', { name: 'Selesai' })],
        edges: [
          anEdge('start', 'first'),
          anEdge('first', 'apply'),
          anEdge('apply', 'end', { outcome: 'accept' }),
          anEdge('apply', 'first', { outcome: 'revise' }),
        ],
      }),
    )
    expect(html).toContain('Permohonan berakhir: “Selesai”.')
    expect(html).toContain('Kembali ke “Mengerjakan first”. Perlu alasan.')
    expect(html).toContain('name="reason"')
  })

  it('names who is in office where a step names others, acting ones as such', () => {
    const html = drawn([], { form: undefined, disposition: { lane: 'officer', to: 'person' } })
    expect(html).toContain('value="officer|p1"')
    expect(html).toContain('Asha (Plt.)')
    expect(html).toContain('name="instruction"')
  })

  it('draws a row more for each that holds something, with a way to take it out', () => {
    const html = drawn([aField('group', 'x')], {}, { x: [{ item: 'a' }, { item: 'b' }] })
    expect(html).toContain('name="f.x.1.item"')
    expect(html).toContain('value="remove:x:1"')
    expect(html).toContain('name="rows.x" value="2"')
  })
})
