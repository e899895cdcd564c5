import { aField, aForm } from '#test/builders/definition.ts'
import { is } from '#test/builders/one-by-one.ts'
import { brokenBy, callOf, edgeOf, fieldOf, formOf, nodeOf, set, taskOf } from './change.ts'

const feeOf = (value: number) => ({ kind: 'field', field: 'fee', value })
const all = (...of: unknown[]) => ({ kind: 'group', combine: 'all', of }) as never

export const brokenData = [
  ...brokenBy(
    'conditions-valid',
    ['a field that is gone', 'condition-invalid', (draft) => set(edgeOf(draft, 'cost-meet'), { when: is('ghost', 'a') })],
    ['an amount in words', 'condition-invalid', (draft) => set(edgeOf(draft, 'cost-meet'), { when: is('fee', 'banyak') })],
    [
      'an option that is gone',
      'condition-invalid',
      (draft) => set(draft.components.serviceTime.limits?.[0] ?? {}, { when: is('sort', 'z') }),
    ],
    [
      'a question that does not suit a text',
      'condition-invalid',
      (draft) => set(fieldOf(draft, 'other'), { visibleWhen: { kind: 'field', field: 'name', op: 'more-than', value: 1 } }),
    ],
    [
      'an outcome that is gone',
      'condition-invalid',
      (draft) => set(edgeOf(draft, 'cost-meet'), { when: { kind: 'outcome', node: 'check', is: 'gone' } }),
    ],
  ),
  ...brokenBy(
    'decision-answered',
    [
      'a decision over a field that may be empty',
      'decision-field-may-be-empty',
      (draft) => set(fieldOf(draft, 'fee'), { required: false }),
    ],
    [
      'a decision over a field that nobody must fill in',
      'decision-field-may-be-empty',
      (draft) => set(edgeOf(draft, 'cost-meet'), { when: { kind: 'field', field: 'marks', op: 'includes-any', value: ['a'] } }),
    ],
  ),
  ...brokenBy(
    'data-in-time',
    [
      'a decision over what is asked afterwards',
      'decision-field-asked-later',
      (draft) => {
        set(taskOf(draft, 'apply'), { form: undefined })
        set(taskOf(draft, 'hand'), { form: 'request' })
      },
    ],
    [
      'a decision over what is asked on one way of two',
      'decision-field-not-on-every-way',
      (draft) => {
        set(taskOf(draft, 'apply'), { form: undefined })
        set(taskOf(draft, 'complete'), { form: 'request' })
      },
    ],
    [
      'a time that counts from a date asked afterwards',
      'anchor-field-asked-later',
      (draft) => {
        draft.forms.push(aForm('handed', aField('date', 'on', { label: 'Tanggal penyerahan', required: true })))
        set(taskOf(draft, 'hand'), { form: 'handed' })
        set(taskOf(draft, 'study').duration ?? {}, { anchor: { kind: 'field', field: 'on' } })
      },
    ],
  ),
  ...brokenBy(
    'examples-hold',
    [
      'a test row that expects another exit',
      'example-other-exit',
      (draft) => set(nodeOf(draft, 'cost'), { examples: [{ given: [feeOf(9_000_000)], exit: 'cost-decide' }] }),
    ],
    [
      'a test row without the value that is asked',
      'example-stops',
      (draft) => set(nodeOf(draft, 'cost'), { examples: [{ given: [], exit: 'cost-decide' }] }),
    ],
    [
      'a test row of an exit that is gone',
      'example-exit-gone',
      (draft) => set(nodeOf(draft, 'cost'), { examples: [{ given: [feeOf(1)], exit: 'ghost' }] }),
    ],
  ),
  ...brokenBy(
    'forms-exist',
    ['a form that is gone', 'unknown-form', (draft) => set(taskOf(draft, 'study'), { form: 'ghost' })],
    [
      'a form that nobody uses',
      'form-unused',
      ({ forms }) => forms.push(aForm('spare', aField('text', 'spare', { label: 'Cadangan' }))),
    ],
    ['a form that asks nothing', 'form-empty', (draft) => set(formOf(draft, 'reply'), { fields: [] })],
  ),
  ...brokenBy('fields-consistent', [
    'a field of two kinds',
    'field-kinds-differ',
    (draft) => formOf(draft, 'reply').fields.push(aField('number', 'name', { label: 'Jumlah' })),
  ]),
  ...brokenBy(
    'field-limits',
    ['fewest options above most', 'field-limits-reversed', (draft) => set(fieldOf(draft, 'marks'), { min: 2, max: 1 })],
    ['fewest files above most', 'field-limits-reversed', (draft) => set(fieldOf(draft, 'letter'), { min: 3, max: 1 })],
    ['more options than there are', 'field-min-above-options', (draft) => set(fieldOf(draft, 'marks'), { min: 4, max: 5 })],
    [
      'a number above its most',
      'field-limits-reversed',
      (draft) => formOf(draft, 'study').fields.push(aField('number', 'size', { label: 'Luas', min: 10, max: 1 })),
    ],
  ),
  ...brokenBy(
    'fields-fillable',
    [
      'a field shown never',
      'field-never-shown',
      (draft) => set(fieldOf(draft, 'other'), { visibleWhen: all(is('sort', 'a'), is('sort', 'b')) }),
    ],
    [
      'a field shown for a fee that nobody can write',
      'field-never-shown',
      (draft) => set(fieldOf(draft, 'other'), { visibleWhen: { kind: 'field', field: 'fee', op: 'less-than', value: 0 } }),
    ],
    [
      'a field shown by one below it',
      'field-shown-too-late',
      (draft) => {
        const form = formOf(draft, 'request')
        form.fields = [fieldOf(draft, 'other'), ...form.fields.filter(({ id }) => id !== 'other')]
      },
    ],
    [
      'a field shown by a later form',
      'field-shown-too-late',
      (draft) => set(fieldOf(draft, 'other'), { visibleWhen: is('number', '7') }),
    ],
    ['a choice among no positions', 'field-nothing-to-choose', (draft) => set(fieldOf(draft, 'adviser'), { lane: 'applicant' })],
  ),
  ...brokenBy(
    'names-distinct',
    ['two steps of the same words', 'activity-twice', (draft) => set(taskOf(draft, 'hand'), { activity: 'Memutuskan izin' })],
    [
      'two outcomes of the same words',
      'outcome-label-twice',
      (draft) => set(taskOf(draft, 'check').outcomes[1] ?? {}, { label: 'Setujui' }),
    ],
    ['two fields of the same words', 'field-label-twice', (draft) => set(fieldOf(draft, 'day'), { label: 'Nama' })],
    [
      'two options of the same words',
      'option-label-twice',
      (draft) =>
        set(fieldOf(draft, 'sort'), {
          options: ['a', 'b', 'c'].map((id) => ({ id, label: id === 'c' ? 'A' : id.toUpperCase() })),
        }),
    ],
  ),
  ...brokenBy(
    'calls-fit',
    ['a version that is not set', 'call-unknown', (draft) => set(callOf(draft, 'archive').standard, { version: 9 })],
    ['a version that another has followed', 'call-superseded', (draft) => set(callOf(draft, 'archive').standard, { version: 1 })],
    [
      'a standard that calls this one',
      'call-circle',
      (draft) => set(callOf(draft, 'archive').standard, { slug: 'putar', version: 1 }),
    ],
    [
      'a field that is gone',
      'call-unknown-field',
      (draft) => set(callOf(draft, 'archive'), { passes: [{ from: 'ghost', to: 'who' }] }),
    ],
    [
      'a field filled in twice',
      'call-field-twice',
      (draft) => set(callOf(draft, 'archive'), { passes: ['name', 'other'].map((from) => ({ from, to: 'who' })) }),
    ],
    [
      'fields of two kinds',
      'call-kinds-differ',
      (draft) => set(callOf(draft, 'archive'), { passes: [{ from: 'fee', to: 'who' }] }),
    ],
  ),
]
