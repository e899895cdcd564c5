import { data } from '@remix-run/node'
import { throwRefusal } from '#app/answer.server.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { InputProblem } from '#app/read-form.ts'
import { type AnyRefusal, refusalStatus, refusalText } from '#app/refusals.ts'
import type { AppRefusal } from '#app/result.ts'
import type { FormValues } from './form-values.ts'
import type { PostedStep } from './read-step.ts'
import { problemsOfRefusal } from './step-problem.ts'

/** A step's form to be shown again, with all that was typed. */
export type StepAnswer = {
  form: 'step'
  values: FormValues
  problems: readonly InputProblem[]
  refused: string | null
  key: string | null
  /** The secret under which files without an account were stored. */
  uploadKey: string | null
  focus: string | null
}

/** Rows were added or taken out: the same form, nothing judged. */
export const rowsAnswer = ({ values, key, uploadKey, intent, problems }: PostedStep) =>
  data<StepAnswer>(
    { form: 'step', values, problems, refused: null, key, uploadKey, focus: intent.kind === 'rows' ? intent.focus : null },
    { headers: noStore },
  )

export const problemsAnswer = ({ values, key, uploadKey, problems }: PostedStep) =>
  data<StepAnswer>(
    { form: 'step', values, problems, refused: null, key, uploadKey, focus: null },
    { status: 422, headers: noStore },
  )

/** A refusal after reading: at its place where it has one, else above the form; what is not the form's leads to a page. */
export function refusedAnswer(posted: PostedStep, refusal: AnyRefusal, t: Translate, request: Request) {
  if (isPageMatter(refusal)) throwRefusal(refusal, request)
  const problems = problemsOfRefusal(refusal)
  // The key was used for something else: another sending needs a new one, which the page makes.
  const reused = refusal.code === 'conflict' && refusal.what === 'request-key'
  const answer: StepAnswer = {
    form: 'step',
    values: posted.values,
    problems,
    refused: refusalText(refusal, t),
    key: reused ? null : posted.key,
    uploadKey: posted.uploadKey,
    focus: null,
  }
  return data(answer, { status: refusalStatus[refusal.code], headers: noStore })
}

const noStore = { 'Cache-Control': 'no-store' }

type PageMatter = Extract<AppRefusal, { code: 'not-found' | 'not-signed-in' | 'not-allowed' }>
const isPageMatter = (refusal: AnyRefusal): refusal is PageMatter =>
  refusal.code === 'not-found' || refusal.code === 'not-signed-in' || refusal.code === 'not-allowed'
