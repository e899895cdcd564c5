import { formRefused } from '#app/answer.server.ts'
import type { Typed } from '#app/read-form.ts'
import type { InstanceRefusal } from '#app/use-cases/instances/run-command.server.ts'

/** A refusal of an act over a request, at its field where it has one. */
export function actRefused(form: string, typed: Typed, refusal: InstanceRefusal, request: Request) {
  const at = (path: string, code: string, params?: Readonly<Record<string, number>>) =>
    formRefused(form, typed, { code: 'invalid', errors: [{ path, code, ...(params ? { params } : {}) }] }, request)
  switch (refusal.code) {
    case 'reason-required':
      return at('reason', 'required')
    case 'reason-too-long':
      return at('reason', 'too-long', { max: refusal.max })
    case 'unknown-edge':
      return at('edge', 'required')
    case 'step-not-done':
      return at('to', 'required')
    case 'duration-out-of-range': {
      const low = !(Number(typed.amount) >= 1)
      return at('amount', low ? 'too-small' : 'too-large', low ? { min: 1 } : { max: refusal.max })
    }
    default:
      return formRefused(form, typed, refusal, request)
  }
}
