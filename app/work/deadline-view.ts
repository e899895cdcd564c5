import type { Format } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { type DoneAct, type Extension, explainDue, printDuration, type TaskDue } from '#engine'

export type Saying = { t: Translate; format: Format; locale: Locale; zone: string }
export type Timed = {
  due: TaskDue | null
  acts: readonly DoneAct[]
  extensions: readonly Extension[]
  /** The clock stands still: the moment will move, and nothing of it is late. */
  stands: boolean
}

/** A due moment with its whole explanation, what it has set off so far, and the time that was added to it. */
export function deadlineView({ due, acts, extensions, stands }: Timed, { t, format, locale, zone }: Saying) {
  return {
    at: due?.at ?? null,
    stands,
    text: due && explainDue(due.why, due.at, zone, locale),
    acts: acts.map(({ act, due: at }) => ({ act, text: t(`work.acted.${act}`, { at: format.dateTime(at) }) })),
    extensions: extensions.map((extension) =>
      t('work.due.extended', { by: extensionText(extension, locale), reason: extension.reason }),
    ),
  }
}
export type DeadlineView = ReturnType<typeof deadlineView>

export function extensionText({ amount, unit }: Omit<Extension, 'reason'>, locale: Locale): string {
  return printDuration({ amount, unit, clock: 'working', anchor: { kind: 'entered' }, maximum: false }, locale)
}
