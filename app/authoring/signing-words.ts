import type { Translate } from '#app/i18n/translator.ts'
import { signedFileProblem } from '#app/papers/signing/problem-words.ts'
import { type AnyRefusal, inputErrorText, refusalText } from '#app/refusals.ts'

/** Why a paper was not kept, or a service did not sign, and what to do. */
export function signingProblem(refusal: AnyRefusal, max: string, t: Translate): string {
  const error = refusal.code === 'invalid' ? refusal.errors[0] : undefined
  if (!error) return refusalText(refusal, t)
  if (error.path === 'passphrase') return inputErrorText(error, t('signing.provider.passphrase'), t)
  return signedFileProblem(error, max, t) ?? t('signing.problem.required')
}
