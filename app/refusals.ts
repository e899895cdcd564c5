import type { Refusal as EngineRefusal } from '#engine/instance/messages.ts'
import { errors } from './i18n/catalogues/errors.ts'
import type { Params, Translate } from './i18n/translator.ts'
import type { AppRefusal } from './result.ts'

/** Of several that are moved all or none: the one because of which none was. */
export type MoveStopped = { code: 'move-stopped'; instanceId: string; number: number; because: EngineRefusal | AppRefusal }
export type AnyRefusal = EngineRefusal | AppRefusal | MoveStopped
export type RefusalCode = AnyRefusal['code']

/** What the web answers to each refusal. A code that is missing here does not compile. */
export const refusalStatus = {
  'already-started': 409,
  'not-started': 409,
  'not-running': 409,
  suspended: 409,
  'not-suspended': 409,
  'task-not-found': 404,
  'task-closed': 409,
  'task-claimed': 409,
  'not-claimed': 409,
  'not-a-candidate': 403,
  'part-done': 409,
  'four-eyes': 403,
  'may-not-start': 403,
  'unknown-outcome': 422,
  'reason-required': 422,
  'reason-too-long': 422,
  'disposition-required': 422,
  'disposition-not-asked': 422,
  'disposition-count': 422,
  'disposition-outside-lane': 422,
  'disposition-not-holder': 422,
  'delegate-not-eligible': 422,
  'lent-already': 403,
  'wait-not-found': 404,
  'wait-over': 409,
  'not-to-report': 403,
  'no-incident': 409,
  'unknown-edge': 422,
  'step-not-done': 422,
  'branch-closed': 409,
  'still-running': 409,
  'reopen-too-late': 409,
  'nothing-to-change': 422,
  'no-deadline': 409,
  'duration-out-of-range': 422,
  'version-unknown': 404,
  'same-version': 409,
  'stays-on-version': 409,
  'choice-required': 422,
  'choice-unknown': 422,
  'clearing-not-agreed': 422,
  'no-migration': 409,
  'undo-too-late': 409,
  'invalid-input': 422,
  'not-found': 404,
  'not-signed-in': 401,
  'not-allowed': 403,
  invalid: 422,
  conflict: 409,
  'rate-limited': 429,
  'no-room': 507,
  'not-ready': 422,
  'own-work': 403,
  'number-taken': 409,
  'act-waits': 409,
  'act-amended': 409,
  'standards-refused': 422,
  'not-a-correction': 422,
  'wrong-passphrase': 422,
  'signing-refused': 422,
  'signing-unavailable': 503,
  'signing-timeout': 503,
  'move-stopped': 409,
} as const satisfies Record<RefusalCode, number>

/** The sentence that tells a person why it was refused and what to do. */
export function refusalText(refusal: AnyRefusal, t: Translate): string {
  if (refusal.code === 'conflict' && refusal.what === 'request-key') return t('errors.sentBefore')
  if (refusal.code === 'conflict' && refusal.what === 'in-progress') return t('errors.inProgress')
  const conflict = refusal.code === 'conflict' ? `errors.conflict.${refusal.what}` : ''
  if (isConflictKey(conflict)) return t(conflict)
  const because = becauseOf(refusal, t)
  return t(`errors.refusal.${refusal.code}`, { ...anyParams, ...plainParams(refusal), because })
}

type ConflictKey = Extract<keyof typeof errors.id, `errors.conflict.${string}`>
const isConflictKey = (key: string): key is ConflictKey => Object.hasOwn(errors.id, key)

function becauseOf(refusal: AnyRefusal, t: Translate): string {
  switch (refusal.code) {
    case 'move-stopped':
      return refusalText(refusal.because, t)
    case 'standards-refused':
      return refusal.standards.map(({ slug, refusal: why }) => `${slug}: ${refusalText(why, t)}`).join(' ')
    case 'not-a-correction':
      return refusal.changes.join(' ')
    default:
      return ''
  }
}

type InputKey = Extract<keyof typeof errors.id, `errors.input.${string}`>
const isInputKey = (key: string): key is InputKey => Object.hasOwn(errors.id, key)

/** The sentence about one wrong input; `label` is what the person sees at the field. */
export function inputErrorText(error: { code: string; params?: Params }, label: string, t: Translate): string {
  const key = `errors.input.${error.code}`
  return t(isInputKey(key) ? key : 'errors.input.wrong-type', { ...anyParams, ...error.params, field: label })
}

/** Asked for by some sentence of each union; the code at hand brings its own. */
export const anyParams = { max: '', min: '', number: '', days: '', retryAfterSeconds: '', because: '', on: '' }

function plainParams(refusal: AnyRefusal): Params {
  const plain = Object.entries(refusal).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return Object.fromEntries(plain)
}
