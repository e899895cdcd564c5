import { formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Notices } from '#app/use-cases/notices/read-notices.server.ts'

type Notice = Notices['items'][number]

/** The step where it can be done still, else the request; of a standard the page on which one answers. */
export function noticeTarget(notice: Notice): string {
  const { agencyId } = notice
  if (notice.about === 'standard') return standardTarget(notice)
  const { taskId, taskOpen, instanceId } = notice
  return taskOpen && taskId ? `/kerja/tugas/${agencyId}/${taskId}` : `/kerja/permohonan/${agencyId}/${instanceId}`
}

function standardTarget({ agencyId, slug, kind, detail }: Extract<Notice, { about: 'standard' }>): string {
  const home = `/susun/${agencyId}/${slug}`
  switch (kind) {
    case 'comment-added':
    case 'comment-replied':
    case 'comment-reopened':
      return `${home}/tinjau#utas-${detail.thread}`
    case 'reading-asked':
      return `/kerja/baca/${agencyId}/${slug}`
    case 'standard-due-soon':
    case 'standard-due-over':
      return `${home}/versi`
    case 'suggestion-made':
    case 'suggestion-settled':
      return `${home}/saran#saran-${detail.suggestion}`
    case 'review-asked':
    case 'review-approved':
    case 'review-returned':
      return `${home}/tinjau`
    case 'comment-resolved':
      return `${home}/tinjau?komentar=selesai#utas-${detail.thread}`
  }
}

/** A notice as one sentence that leads to what it is about. */
export function noticeLine(notice: Notice, { t, locale, zone }: { t: Translate; locale: Locale; zone: string }) {
  const { id, at, readAt } = notice
  const line = { id, at, zone, href: `/kerja/kabar/${id}`, readAt }
  if (notice.about === 'standard') {
    const { title, number, kind, detail } = notice
    const day = typeof detail.day === 'string' ? formatter(locale, zone).civilDate(detail.day) : ''
    return { ...line, text: t(`notices.kind.${kind}`, { day }), subject: t('notices.version', { title, number }) }
  }
  const { kind, detail, activity, instanceTitle, instanceNumber } = notice
  const step = activity ?? t('notices.whole')
  const due = typeof detail.due === 'number' ? formatter(locale, zone).dateTime(detail.due) : ''
  const text = t(`notices.kind.${kind}`, { step, at: due })
  return { ...line, text, subject: `${instanceTitle} · ${t('work.number', { number: instanceNumber })}` }
}
