import { type DraftField, fieldOf, formOf, set, taskOf } from './change.ts'
import type { ExamplesOfPart } from './example.ts'
import { fieldsOf, formsOf, together } from './shown.ts'

const equipment: DraftField = {
  kind: 'choices',
  id: 'peralatan',
  label: 'Peralatan',
  options: [
    { id: 'tenda', label: 'Tenda' },
    { id: 'panggung', label: 'Panggung' },
  ],
}
const other: DraftField = {
  kind: 'text',
  id: 'jenisLain',
  label: 'Jenis lainnya',
  required: true,
  visibleWhen: { kind: 'field', field: 'jenis', op: 'is', value: 'lain' } as never,
}
const studied = (...fields: DraftField[]) => ({ id: 'kajian', title: 'Hasil kajian', fields })

export const formExamples = {
  'forms-exist': {
    wrong(draft) {
      draft.forms.push(studied())
      set(taskOf(draft, 'kaji'), { form: 'kajian' })
    },
    right(draft) {
      draft.forms.push(studied({ kind: 'longText', id: 'hasil', label: 'Hasil peninjauan', required: true }))
      set(taskOf(draft, 'kaji'), { form: 'kajian' })
    },
    shows: formsOf('ajukan', 'kaji'),
  },
  'fields-consistent': {
    wrong(draft) {
      draft.forms.push(studied({ kind: 'number', id: 'nama', label: 'Jumlah peserta' }))
      set(taskOf(draft, 'kaji'), { form: 'kajian' })
    },
    right(draft) {
      draft.forms.push(studied({ kind: 'number', id: 'peserta', label: 'Jumlah peserta' }))
      set(taskOf(draft, 'kaji'), { form: 'kajian' })
    },
    shows: together(fieldsOf('permohonan', 'nama'), fieldsOf('kajian')),
  },
  'field-limits': {
    wrong: (draft) => formOf(draft, 'permohonan').fields.push({ ...equipment, min: 3, max: 4 } as DraftField),
    right: (draft) => formOf(draft, 'permohonan').fields.push({ ...equipment, min: 1, max: 2 } as DraftField),
    shows: fieldsOf('permohonan', 'peralatan'),
  },
  'fields-fillable': {
    wrong(draft) {
      const form = formOf(draft, 'permohonan')
      form.fields = [other, ...form.fields]
    },
    right(draft) {
      const form = formOf(draft, 'permohonan')
      form.fields = form.fields.flatMap((field) => (field === fieldOf(draft, 'jenis') ? [field, other] : [field]))
    },
    shows: fieldsOf('permohonan', 'jenis', 'jenisLain'),
  },
} as const satisfies ExamplesOfPart
