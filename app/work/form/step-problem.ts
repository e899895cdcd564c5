import type { Translate } from '#app/i18n/translator.ts'
import type { InputProblem } from '#app/read-form.ts'
import { type AnyRefusal, inputErrorText } from '#app/refusals.ts'
import type { StepForm } from './step-form.ts'

/** Id of a control by its name, so that a summary can lead to it. */
export const controlId = (name: string): string => name.replaceAll('.', '-')

const own: ReadonlySet<string> = new Set(['outcome', 'assignee', 'instruction', 'reason'])
export const idOf = (path: string): string | null => (path === '' ? null : own.has(path) ? path : controlId(`f.${path}`))

/** One sentence about one place of a step's form. */
export function stepProblemText(problem: InputProblem, step: StepForm, t: Translate): string {
  const { path, code, params } = problem
  if (path === 'outcome') return t('work.form.problem.outcome')
  if (path === 'assignee') return t('work.form.problem.assignee', { min: params?.min ?? 1, max: params?.max ?? 1 })
  if (path === 'instruction' || path === 'reason') {
    const label = t(path === 'reason' ? 'work.form.reason' : 'work.form.instruction')
    return code === 'required' ? t(`work.form.problem.${path}`) : inputErrorText(problem, label, t)
  }
  const label = labelOf(path, step, t)
  const name = String(params?.name ?? '')
  switch (code) {
    case 'file-too-large':
      return t('work.form.problem.fileTooLarge', { name, max: Math.floor(Number(params?.max ?? 0) / 1024 / 1024) })
    case 'file-empty':
      return t('work.form.problem.fileEmpty', { name })
    case 'file-kind':
      return t('work.form.problem.fileKind', { name })
    case 'too-few':
      return t('work.form.problem.tooFew', { field: label, min: params?.min ?? 1, got: params?.got ?? 0 })
    default:
      return inputErrorText(problem, label, t)
  }
}

function labelOf(path: string, step: StepForm, t: Translate): string {
  const [id, row, inner] = path.split('.')
  const found = step.fields.find(({ field }) => field.id === id)
  const label = found?.field.label ?? id ?? path
  const column = found?.inner.find(({ field }) => field.id === inner)
  return column ? t('work.form.inRow', { field: column.field.label, group: label, row: Number(row) + 1 }) : label
}

/** The places that a refusal of the engine is about; empty when it is about the whole. */
export function problemsOfRefusal(refusal: AnyRefusal): readonly InputProblem[] {
  switch (refusal.code) {
    case 'invalid':
    case 'invalid-input':
      return refusal.errors
    case 'unknown-outcome':
      return [{ path: 'outcome', code: 'required' }]
    case 'reason-required':
      return [{ path: 'reason', code: 'required' }]
    case 'reason-too-long':
      return [{ path: 'reason', code: 'too-long', params: { max: refusal.max } }]
    case 'disposition-required':
      return [{ path: 'instruction', code: 'required' }]
    case 'disposition-count':
      return [{ path: 'assignee', code: 'count', params: { min: refusal.min, max: refusal.max } }]
    default:
      return []
  }
}
