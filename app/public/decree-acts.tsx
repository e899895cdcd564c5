import { useFormat, useT } from '#app/i18n/react.tsx'
import { Card } from '#app/ui/card.tsx'
import type { RegisteredDecree, RegisteredEffect } from '#app/use-cases/public/views.ts'
import { correctionSentence } from '#engine/papers/changes/typing-correction.ts'

type Way = 'touches' | 'touchedBy'

/** What this act did to earlier ones, or later ones to it: by which, when, and to which of its standards. */
export function ActLinks({ decree, way }: { decree: RegisteredDecree; way: Way }) {
  const t = useT()
  const { civilDate } = useFormat()
  const groups = groupsOf(decree[way])
  if (groups.length === 0) return null
  return (
    <Card title={t(`public.decree.${way}`)}>
      <ul className="stack">
        {groups.map(({ effect, decree: other, titles }) => (
          <li key={`${effect} ${other.id}`}>
            {t(`public.decree.${way}.${effect}`)}{' '}
            <a href={`/sk/${decree.agencyId}/${other.id}`}>
              {t('check.decreeName', { number: other.number, date: civilDate(other.signedOn) })}
            </a>
            {other.status === 'upcoming' && ` (${t('public.decree.from', { date: civilDate(other.effectiveOn) })})`}
            {titles.length > 0 && <p lang="id">{titles.join('; ')}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** One line for each act, with the standards it names; where the whole decree is meant, none. */
function groupsOf(effects: readonly RegisteredEffect[]) {
  const groups = new Map<
    string,
    { effect: RegisteredEffect['effect']; decree: RegisteredEffect['decree']; titles: string[]; whole: boolean }
  >()
  for (const { effect, decree, standard } of effects) {
    const key = `${effect} ${decree.id}`
    const group = groups.get(key) ?? { effect, decree, titles: [], whole: false }
    if (standard) group.titles.push(standard.title)
    else group.whole = true
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => (group.whole ? { ...group, titles: [] } : group))
}

/** Typing errors that were corrected under this number. */
export function Errata({ decree }: { decree: RegisteredDecree }) {
  const t = useT()
  const { civilDate } = useFormat()
  if (decree.errata.length === 0) return null
  return (
    <Card title={t('public.decree.errata')}>
      <ul className="stack" lang="id">
        {decree.errata.map(({ slug, title, version, correctedOn, corrections }) => (
          <li key={`${slug} ${version}`}>
            <a href={`/standar/${decree.agencyId}/${slug}/v/${version}`}>{title}</a>, {civilDate(correctedOn)}
            <ul>
              {corrections.map((correction) => (
                <li key={`${correction.place} ${correction.what}`}>{correctionSentence(correction)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  )
}
