import { signing } from '#app/i18n/catalogues/signing.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { InputProblem } from '#app/read-form.ts'
import { anyParams } from '#app/refusals.ts'

type ProblemKey = Extract<keyof typeof signing.id, `signing.problem.${string}`>
const isProblemKey = (key: string): key is ProblemKey => Object.hasOwn(signing.id, key)

/** What is wrong with a signed paper that was brought, and what to do; null for what is no matter of its file. */
export function signedFileProblem({ code, params }: InputProblem, max: string, t: Translate): string | null {
  const key = `signing.problem.${code}`
  return isProblemKey(key) ? t(key, { ...anyParams, covered: '', bytes: '', ...params, max }) : null
}
