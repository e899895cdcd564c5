import { useT } from '#app/i18n/react.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Card } from '#app/ui/card.tsx'
import { type Definition, type Finding, isPublishable } from '#engine'
import { addressOf } from './builder/checks/place.ts'
import { findingPlace, findingText } from './builder/finding-text.ts'

const tones = { error: 'danger', publish: 'warning', warning: 'neutral' } as const

/** What keeps the text from being sent or set, each line leading to where it is mended. */
export function FindingsList({
  findings,
  definition,
  home,
}: {
  findings: readonly Finding[]
  definition: Definition
  home: string
}) {
  const t = useT()
  if (findings.length === 0) return <Banner tone="success" title={t('authoring.findings.none')} />
  return (
    <>
      {isPublishable(findings) && <Banner tone="success" title={t('authoring.findings.ready')} />}
      <Card title={t('authoring.findings.title', { count: findings.length })}>
        <FindingLines findings={findings} definition={definition} home={home} />
      </Card>
    </>
  )
}

export function FindingLines({
  findings,
  definition,
  home,
}: {
  findings: readonly Finding[]
  definition: Definition
  home: string
}) {
  const t = useT()
  return (
    <ul className="authoring-findings">
      {[...findings.entries()].map(([index, finding]) => {
        const place = findingPlace(finding, definition, t)
        return (
          <li key={index}>
            <Badge tone={tones[finding.severity]}>{t(`builder.severity.${finding.severity}`)}</Badge>
            <span>
              <a href={addressOf(finding, definition, home)}>
                {place ?? t(finding.path?.startsWith('components') ? 'authoring.tab.words' : 'authoring.tab.flow')}
              </a>
              : {findingText(finding, definition, t)}{' '}
              <a className="small" href={`/bantuan/aturan/${finding.rule}`}>
                {t('builder.rule.why')}
              </a>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
