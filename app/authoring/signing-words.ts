import { signing } from '#app/i18n/catalogues/signing.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { type AnyRefusal, anyParams, inputErrorText, refusalText } from '#app/refusals.ts'

type ProblemKey = Extract<keyof typeof signing.id, `signing.problem.${string}`>
const isProblemKey = (key: string): key is ProblemKey => Object.hasOwn(signing.id, key)

/** What is wrong with a file that was brought, or why a service did not sign, and what to do. */
export function signingProblem(refusal: AnyRefusal, max: string, t: Translate): string {
  if (refusal.code !== 'invalid') return refusalText(refusal, t)
  const [error] = refusal.errors
  const key = `signing.problem.${error?.code}`
  if (error?.path === 'passphrase') return inputErrorText({ code: 'required' }, t('signing.provider.passphrase'), t)
  return isProblemKey(key)
    ? t(key, { ...anyParams, covered: '', bytes: '', ...error?.params, max })
    : t('signing.problem.required')
}
