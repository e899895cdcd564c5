import { useFormat, useT } from '#app/i18n/react.tsx'
import { Badge, StatusBadge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DeadlineMark } from '../deadline.tsx'
import type { DeadlineView } from '../deadline-view.ts'
import { statusTone } from '../status.ts'
import { Joint } from './joint.tsx'
import type { StandingView } from './standing-view.ts'

type Place = StandingView[number]
type Of<K extends Place['kind']> = Extract<Place, { kind: K }>
type Shown = { zone: string; now: number }

/** What the request waits for now; branches that go on at the same time stand beside each other. */
export function Standing({ standing, ...shown }: Shown & { standing: StandingView }) {
  const t = useT()
  if (standing.length === 0) return null
  const sideBySide = standing.some(({ branch }) => branch !== null)
  return (
    <Card title={t('work.now.title')}>
      {sideBySide && <p className="muted places__note">{t('work.now.branches', { count: standing.length })}</p>}
      <ul className="places" data-branches={sideBySide || undefined}>
        {standing.map((place) => (
          <li key={`${place.kind} ${place.id}`} className="place">
            {place.branch !== null && <p className="place__branch">{t('work.now.branch', { name: place.branch })}</p>}
            <PlaceBody place={place} {...shown} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function PlaceBody({ place, ...shown }: Shown & { place: Place }) {
  switch (place.kind) {
    case 'task':
      return <TaskPlace place={place} {...shown} />
    case 'wait':
      return <WaitPlace place={place} {...shown} />
    case 'call':
      return <CallPlace place={place} {...shown} />
    case 'join':
      return <JoinPlace place={place} />
  }
}

function TaskPlace({ place, zone, now }: Shown & { place: Of<'task'> }) {
  const t = useT()
  const format = useFormat(zone)
  return (
    <>
      <h3 className="place__title">{place.href ? <a href={place.href}>{place.title}</a> : place.title}</h3>
      <p>{t('work.now.for', { who: place.who })}</p>
      {place.claimedBy && <p className="muted small">{t('work.now.claimed', { name: place.claimedBy })}</p>}
      <p className="muted small">{t('work.now.since', { at: format.dateTime(place.since) })}</p>
      {place.round > 1 && <Badge tone="warning">{t('work.round', { round: place.round })}</Badge>}
      {place.joint && <Joint joint={place.joint} />}
      <Due deadline={place.deadline} zone={zone} now={now} />
    </>
  )
}

function WaitPlace({ place, zone }: Shown & { place: Of<'wait' | 'call'> }) {
  const t = useT()
  const format = useFormat(zone)
  return (
    <>
      <h3 className="place__title">{place.title}</h3>
      <p>{place.event ? t('work.wait.for', { event: place.event }) : t('work.wait.time')}</p>
      {place.until && <p>{place.until}</p>}
      <p className="muted small">{t('work.now.since', { at: format.dateTime(place.since) })}</p>
      {place.reporters && <p className="muted small">{t('work.wait.reporters', { lane: place.reporters })}</p>}
      {place.pausesClock && <p className="muted small">{t('work.wait.pauses')}</p>}
      {place.deadline.text && <Why texts={[place.deadline.text]} />}
      {place.reportHref && (
        <LinkButton href={place.reportHref} size="small" icon="check-circle">
          {t('work.wait.report')}
        </LinkButton>
      )}
    </>
  )
}

function CallPlace({ place, zone }: Shown & { place: Of<'wait' | 'call'> }) {
  const t = useT()
  const format = useFormat(zone)
  const { child, called } = place
  return (
    <>
      <h3 className="place__title">{place.title}</h3>
      {child ? (
        <p>
          <a href={child.href}>{t('work.call.child', { title: child.title, number: child.number })}</a>{' '}
          <StatusBadge tone={statusTone[child.status]}>{t(`work.status.${child.status}`)}</StatusBadge>
        </p>
      ) : (
        called && <p>{t('work.call.pending', { slug: called.slug, version: called.version })}</p>
      )}
      <p className="muted small">{t('work.now.since', { at: format.dateTime(place.since) })}</p>
    </>
  )
}

function JoinPlace({ place }: { place: Of<'join'> }) {
  const t = useT()
  return (
    <>
      <h3 className="place__title">{t('work.now.joinTitle')}</h3>
      <p>{t('work.now.join', { arrived: place.arrived, needed: place.needed })}</p>
    </>
  )
}

function Why({ texts }: { texts: readonly string[] }) {
  const t = useT()
  return (
    <Disclosure summary={t('work.due.why')}>
      {texts.map((text) => (
        <p key={text} className="small">
          {text}
        </p>
      ))}
    </Disclosure>
  )
}

function Due({ deadline, zone, now }: Shown & { deadline: DeadlineView }) {
  const t = useT()
  const format = useFormat(zone)
  if (deadline.at === null) return null
  const more = [deadline.text ?? '', ...deadline.extensions, ...deadline.acts.map(({ text }) => text)]
  return (
    <>
      <p className="place__due">
        {t('work.due.at', { at: format.dateTime(deadline.at) })} <DeadlineMark deadline={deadline} now={now} />
      </p>
      <Why texts={more} />
    </>
  )
}
