import { formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Notices } from '#app/use-cases/notices/read-notices.server.ts'

type Notice = Notices['items'][number]

/** The step where it can be done still, else the request. */
export const noticeTarget = ({ agencyId, taskId, taskOpen, instanceId }: Notice): string =>
  taskOpen && taskId ? `/kerja/tugas/${agencyId}/${taskId}` : `/kerja/permohonan/${agencyId}/${instanceId}`

/** A notice as one sentence that leads to what it is about. */
export function noticeLine(notice: Notice, { t, locale, zone }: { t: Translate; locale: Locale; zone: string }) {
  const { kind, detail } = notice
  const step = notice.activity ?? t('notices.whole')
  const due = typeof detail.due === 'number' ? formatter(locale, zone).dateTime(detail.due) : ''
  return {
    id: notice.id,
    at: notice.at,
    zone,
    text: t(`notices.kind.${kind}`, { step, at: due }),
    href: `/kerja/kabar/${notice.id}`,
    request: `${notice.instanceTitle} · ${t('work.number', { number: notice.instanceNumber })}`,
    readAt: notice.readAt,
  }
}
