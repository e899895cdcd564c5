import type { Translate } from '#app/i18n/translator.ts'
import type { RecordedActor, Seat } from '#engine/instance/messages.ts'

/** What stands before an office that somebody does not hold for good. */
export const seatPrefix: Record<Seat['kind'], string> = { definitive: '', plt: 'Plt. ', plh: 'Plh. ', delegate: 'a.n. ' }

/** Name and office as they were recorded then; a deputy with both names. */
export function actorName(by: RecordedActor, t: Translate): string {
  if (by.kind === 'applicant') return t('history.applicant')
  if (by.kind === 'system') return t('history.system')
  if (by.for) {
    const { name } = by.for
    return by.title
      ? t('history.forOffice', { name: by.name, principal: name, title: by.title })
      : t('history.for', { name: by.name, principal: name })
  }
  return by.title ? `${by.name}, ${by.seat ? seatPrefix[by.seat] : ''}${by.title}` : by.name
}
