import type { Translate } from '#app/i18n/translator.ts'
import { refusalText } from '#app/refusals.ts'
import type { Definition, TrialRefusal } from '#engine'
import { numberedName } from '../names.ts'

/** Why something cannot be done in a play. */
export function refusedText(refusal: TrialRefusal, definition: Definition, t: Translate): string {
  const named = (id: string) => numberedName(definition, id as never, t)
  switch (refusal.code) {
    case 'step-not-open':
      return t('builder.try.refused.step-not-open', {
        step: named(refusal.node),
        open: refusal.open.map(named).join(', ') || t('builder.scenario.none'),
      })
    case 'nothing-due':
    case 'clock-runs-forward':
    case 'clock-too-far':
      return t(`builder.try.refused.${refusal.code}`)
    default:
      return refusalText(refusal, t)
  }
}
