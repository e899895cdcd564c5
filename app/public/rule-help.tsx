import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { pageLinks } from './reading-links.ts'
import type { RuleEntry } from './rule-help/read.server.ts'
import { readRules } from './rule-help/read.server.ts'
import { toneOf } from './rule-help/tone.ts'
import styles from './rule-help.css?url'
import { SearchForm } from './search-form.tsx'

export const links = () => [...pageLinks(), { rel: 'stylesheet', href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Baku` }]

export function loader({ request, context: { locale } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams.get('q')?.trim().slice(0, 200) || null
  const parts = readRules(query, locale)
  const all = query === null ? parts : readRules(null, locale)
  return {
    title: translator(locale)('ruleHelp.title'),
    query,
    parts,
    all: all.reduce((sum, { rules }) => sum + rules.length, 0),
    count: parts.reduce((sum, { rules }) => sum + rules.length, 0),
  }
}

/** Every rule that a draft is checked by. */
export default function RulesPage() {
  const { query, parts, all, count } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <div className="catalogue">
      <Breadcrumbs items={[{ label: t('help.title'), href: '/bantuan' }, { label: t('ruleHelp.title') }]} />
      <header className="catalogue__head">
        <h1>{t('ruleHelp.title')}</h1>
        <p className="catalogue__lead">{t('ruleHelp.lead', { count: all })}</p>
        <SearchForm
          action="/bantuan/aturan"
          label={t('ruleHelp.search')}
          button={t('ruleHelp.searchButton')}
          help={t('ruleHelp.searchHelp')}
          query={query}
        />
      </header>
      {query !== null && count > 0 && (
        <p className="catalogue__found">
          {t('ruleHelp.found', { count, query })} <a href="/bantuan/aturan">{t('ruleHelp.all')}</a>
        </p>
      )}
      {query === null && (
        <nav className="rule-parts" aria-label={t('ruleHelp.contents')}>
          <ul>
            {parts.map(({ part, rules }) => (
              <li key={part}>
                <a href={`#${part}`}>
                  {t(`ruleHelp.part.${part}`)} <span className="rule-parts__count">{rules.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {parts.map(({ part, rules }) => (
        <section key={part} id={part} className="rule-part" aria-labelledby={`${part}-title`}>
          <h2 id={`${part}-title`}>{t(`ruleHelp.part.${part}`)}</h2>
          <ul className="rule-list">
            {rules.map((entry) => (
              <Entry key={entry.rule} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {count === 0 && (
        <EmptyState title={t('ruleHelp.none')}>
          {t('ruleHelp.noneText')} <a href="/bantuan/aturan">{t('ruleHelp.all')}</a>
        </EmptyState>
      )}
    </div>
  )
}

function Entry({ entry: { rule, title, lead, severity } }: { entry: RuleEntry }) {
  const t = useT()
  return (
    <li className="rule-entry">
      <h3>
        <a href={`/bantuan/aturan/${rule}`}>{title}</a>
      </h3>
      <p>{lead}</p>
      <Badge tone={toneOf[severity]}>{t(`builder.severity.${severity}`)}</Badge>
    </li>
  )
}
