import type { MetaFunction } from '@remix-run/node'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { localeOfMatches } from '#app/ui/site.ts'

export const meta: MetaFunction = ({ matches }) => [{ title: `${translator(localeOfMatches(matches))('help.title')} · Baku` }]

export default function Help() {
  const t = useT()
  const sections = [
    {
      id: 'mengajukan',
      title: t('help.apply.title'),
      ordered: true,
      lines: [t('help.apply.1'), t('help.apply.2'), t('help.apply.3'), t('help.apply.4')],
    },
    {
      id: 'mengikuti',
      title: t('help.track.title'),
      lines: [t('help.track.1'), t('help.track.2'), t('help.track.3'), t('help.track.4')],
    },
    { id: 'memeriksa', title: t('help.check.title'), lines: [t('help.check.1'), t('help.check.2'), t('help.check.3')] },
    {
      id: 'petugas',
      title: t('help.staff.title'),
      lines: [t('help.staff.1'), t('help.staff.2'), t('help.staff.3'), t('help.staff.4')],
    },
    {
      id: 'aksesibilitas',
      title: t('help.access.title'),
      lines: [t('help.access.1'), t('help.access.2'), t('help.access.3'), t('help.access.4')],
    },
  ]
  return (
    <>
      <PageHeader title={t('help.title')} description={t('help.intro')} />
      <div className="stack stack--loose">
        <Card title={t('help.contents')}>
          <ul>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </Card>
        <p>
          <a href="/bantuan/aturan">{t('ruleHelp.fromHelp')}</a>
        </p>
        {sections.map(({ id, title, ordered, lines }) => {
          const List = ordered ? 'ol' : 'ul'
          return (
            <section key={id} id={id} className="prose">
              <h2>{title}</h2>
              <List>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </List>
            </section>
          )
        })}
      </div>
    </>
  )
}
