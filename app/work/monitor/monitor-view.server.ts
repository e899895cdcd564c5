import { formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { type Translate, translator } from '#app/i18n/translator.ts'
import type { Monitor, Watch } from '#app/use-cases/instances/read-monitor.server.ts'
import type { OfficeName } from '#app/use-cases/instances/read-office.server.ts'
import { fieldsOf } from '#engine'
import { actorName } from '../actor-name.ts'
import { nodeTitle } from '../node-title.ts'
import type { WatchLine, WatchList } from './watches.ts'

/** The lists of the monitor, each line with its reason in words. */
export function monitorView(
  monitor: Monitor,
  office: Pick<OfficeName, 'agencyId' | 'zone'>,
  locale: Locale,
): Record<Watch, WatchList> {
  const t = translator(locale)
  const format = formatter(locale, office.zone)
  const instanceAt = (id: string) => `/kerja/permohonan/${office.agencyId}/${id}`
  const requestOf = ({ number, title, standardTitle }: { number: number; title: string; standardTitle: string }) =>
    `${title} · ${t('work.number', { number })} · ${standardTitle}`
  const unattended = new Set(monitor.nobody.items.map(({ id }) => id))
  const task = (one: Monitor['late']['items'][number], why: string): WatchLine => ({
    id: one.taskId,
    title: one.step,
    href: `/kerja/tugas/${office.agencyId}/${one.taskId}`,
    request: requestOf(one),
    why,
    dueAt: one.dueAt,
  })
  const waitsFor = (one: Monitor['late']['items'][number]) =>
    one.claimedBy
      ? t('work.now.claimed', { name: one.claimedBy })
      : one.positions.length > 0
        ? t('work.now.for', { who: one.positions.join(', ') })
        : ''
  return {
    stopped: listOf(monitor.stopped, (one) => {
      const fields = fieldsOf(one.definition)
      // A step that nobody can do has a list of its own, which says why.
      const others = one.incidents.filter(({ taskId }) => taskId === null || !unattended.has(taskId))
      return others.map((incident) => {
        const missing = incident.missing.map((id) => fields.get(id)?.label ?? id).join(', ')
        return {
          id: `${one.instanceId} ${incident.branch} ${incident.node}`,
          title: nodeTitle(one.definition, incident.node),
          href: instanceAt(one.instanceId),
          request: requestOf(one),
          why: [t(`incident.${incident.code}`), missing && t('incident.missing', { fields: missing })].filter(Boolean).join(' '),
          dueAt: null,
        }
      })
    }),
    nobody: listOf(monitor.nobody, (one) => ({
      id: one.id,
      title: one.title,
      // A step of the applicant is nobody's to be handed on; the way out is chosen with the request.
      href: one.why.applicant ? instanceAt(one.instanceId) : `/kerja/tugas/${office.agencyId}/${one.id}`,
      request: requestOf({ number: one.instanceNumber, title: one.instanceTitle, standardTitle: one.standardTitle }),
      why: whyNobody(one, t),
      dueAt: one.dueAt,
    })),
    late: listOf(monitor.late, (one) => task(one, waitsFor(one))),
    soon: listOf(monitor.soon, (one) => task(one, waitsFor(one))),
    suspended: listOf(monitor.suspended, (one) => ({
      id: one.instanceId,
      title: one.title,
      href: instanceAt(one.instanceId),
      request: requestOf(one),
      why: t('monitor.suspendedSince', {
        at: format.dateTime(one.suspended.since),
        by: actorName(one.suspended.by, t),
        reason: one.suspended.reason,
      }),
      dueAt: null,
    })),
  }
}

type Listed<T> = { items: readonly T[]; total: number }

function listOf<T>({ items, total }: Listed<T>, toLines: (one: T) => WatchLine | WatchLine[]): WatchList {
  return { lines: items.flatMap(toLines), all: total, read: items.length }
}

/** Each reason that is true of somebody whom the step calls, with who that is. */
function whyNobody({ why, called }: Monitor['nobody']['items'][number], t: Translate): string {
  const who = called.join(', ') || t('monitor.theNamed')
  const reasons = (['applicant', 'vacant', 'away', 'disabled', 'fourEyes'] as const).filter((reason) => why[reason])
  return reasons.map((reason) => t(`monitor.why.${reason}`, { who })).join(' ')
}
