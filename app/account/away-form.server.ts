import { formRefused } from '#app/answer.server.ts'
import type { Ports } from '#app/ports.ts'
import { parseTyped, type Typed } from '#app/read-form.ts'
import type { Result } from '#app/result.ts'
import { AbsenceInput, DelegationInput } from '#app/use-cases/people/away-inputs.ts'
import type { AwayPlace } from '#app/use-cases/people/away-place.server.ts'
import { endDelegation, lendSeats } from '#app/use-cases/people/lend-seats.server.ts'
import { endAbsence, recordAbsence } from '#app/use-cases/people/record-absence.server.ts'

/** The forms of days away and of what is lent, on one's own page and on a person's; null when it is none of them. */
export async function answerAway(place: AwayPlace, typed: Typed, ports: Ports, request: Request, saved: () => Response) {
  const done = (form: string, result: Result<unknown>) =>
    result.ok ? saved() : formRefused(form, typed, result.refusal, request)
  const id = String(typed.id ?? '')
  switch (typed.form) {
    case 'absence': {
      const input = parseTyped(AbsenceInput, typed)
      return done('absence', input.ok ? await recordAbsence({ ...place, ...input.value }, ports) : input)
    }
    case 'delegation': {
      const input = parseTyped(DelegationInput, typed)
      return done('delegation', input.ok ? await lendSeats({ ...place, ...input.value }, ports) : input)
    }
    case 'end-absence':
      return done('absence', await endAbsence({ ...place, id }, ports))
    case 'end-delegation':
      return done('delegation', await endDelegation({ ...place, id }, ports))
    default:
      return null
  }
}
