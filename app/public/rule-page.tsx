import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/react.tsx'
import { FlowPicture } from '#app/papers/flow-picture.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { paperLinks } from './reading-links.ts'
import type { ExampleSide, RuleHelp } from './rule-help/read.server.ts'
import { isRuleName, readRuleHelp } from './rule-help/read.server.ts'
import { toneOf } from './rule-help/tone.ts'
import styles from './rule-help.css?url'

export const links = () => [...paperLinks(), { rel: 'stylesheet', href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.help.title} · Baku` : 'Baku' }]

export function loader({ params, context }: LoaderFunctionArgs) {
  if (!isRuleName(params.rule)) throw new Response(null, { status: 404 })
  return { help: readRuleHelp(params.rule, context.locale) }
}

/** What a rule asks, why, how to mend what it finds, and what it would say of an example. */
export default function RulePage() {
  const { help } = useLoaderData<typeof loader>() as { help: RuleHelp }
  const t = useT()
  return (
    <article className="rule-page">
      <PageHeader
        title={help.title}
        eyebrow={t(`ruleHelp.part.${help.part}`)}
        description={<p>{help.lead}</p>}
        breadcrumbs={[
          { label: t('help.title'), href: '/bantuan' },
          { label: t('ruleHelp.title'), href: '/bantuan/aturan' },
          { label: help.title },
        ]}
      />
      <div className="rule-page__words prose">
        <h2>{t('ruleHelp.asks')}</h2>
        <p>{help.asks}</p>
        <h2>{t('ruleHelp.why')}</h2>
        <p>{help.why}</p>
        <h2>{t('ruleHelp.mend')}</h2>
        <Steps help={help} />
      </div>
      <section aria-labelledby="contoh">
        <h2 id="contoh">{t('ruleHelp.example')}</h2>
        <div className="rule-page__sides">
          <Side side="wrong" of={help.wrong} />
          <Side side="right" of={help.right} />
        </div>
      </section>
      <div className="rule-page__foot prose">
        <h2>{t('ruleHelp.blocks')}</h2>
        <Weight help={help} />
        <h2>{t('ruleHelp.related')}</h2>
        <ul>
          {help.related.map(({ rule, title }) => (
            <li key={rule}>
              <a href={`/bantuan/aturan/${rule}`}>{title}</a>
            </li>
          ))}
        </ul>
      </div>
    </article>
  )
}

function Steps({ help: { mend } }: { help: RuleHelp }) {
  return (
    <ol>
      {[...mend.entries()].map(([place, parts]) => (
        <li key={place}>
          {[...parts.entries()].map(([part, { text, button }]) =>
            button ? (
              <strong key={part} className="rule-page__button">
                {text}
              </strong>
            ) : (
              text
            ),
          )}
        </li>
      ))}
    </ol>
  )
}

function Side({ side, of: { lines, findings, sop } }: { side: 'wrong' | 'right'; of: ExampleSide }) {
  const t = useT()
  return (
    <section className="rule-side" data-side={side} aria-labelledby={`contoh-${side}`}>
      <h3 id={`contoh-${side}`}>
        <Icon name={side === 'wrong' ? 'danger' : 'check-circle'} />
        {t(`ruleHelp.${side}`)}
      </h3>
      {sop && <FlowPicture sop={sop} id={`gambar-${side}`} />}
      <dl className="rule-side__lines">
        {[...lines.entries()].map(([place, { label, text, own }]) => (
          <div key={place} data-own={own || undefined}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="rule-side__said">
        <p>{t('ruleHelp.said')}</p>
        {findings.length === 0 ? (
          <p>{t('ruleHelp.nothing')}</p>
        ) : (
          <ul>
            {[...findings.entries()].map(([place, { place: where, text }]) => (
              <li key={place}>
                {where && <strong>{where}: </strong>}
                {text}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

/** Whether what it finds keeps a standard back; where that differs, each in turn. */
function Weight({ help: { severities } }: { help: RuleHelp }) {
  const t = useT()
  const each = severities.map((severity) => (
    <li key={severity}>
      <Badge tone={toneOf[severity]}>{t(`builder.severity.${severity}`)}</Badge> {t(`ruleHelp.severity.${severity}`)}
    </li>
  ))
  return (
    <>
      {severities.length > 1 && <p>{t('ruleHelp.mixed')}</p>}
      <ul className="rule-page__weights">{each}</ul>
    </>
  )
}
