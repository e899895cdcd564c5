import { type answerFor, FormErrors, type FormView, SelectField, TextField } from '#app/account/form-fields.tsx'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { KnownChange } from '#app/use-cases/regulations/read-register.server.ts'
import { type RegisterEntry, RegulationChange } from '#engine'

type Entry = RegisterEntry<KnownChange>

const tones = { replaced: 'danger', revoked: 'danger', amended: 'warning' } as const satisfies Record<RegulationChange, Tone>

type ListProps = { entries: readonly Entry[]; agencyId: string; mayRecord: boolean }

export function RegulationList({ entries, agencyId, mayRecord }: ListProps) {
  return (
    <ul className="regulations">
      {entries.map((entry) => (
        <Regulation key={entry.key} {...{ entry, agencyId, mayRecord }} />
      ))}
    </ul>
  )
}

function Regulation({ entry, agencyId, mayRecord }: Omit<ListProps, 'entries'> & { entry: Entry }) {
  const t = useT()
  return (
    <li className="regulation">
      <h2 lang="id">{entry.text}</h2>
      {entry.changes.length === 0 ? (
        <p className="muted small">{t('regulations.inForce')}</p>
      ) : (
        <ul className="regulation__changes">
          {entry.changes.map((change) => (
            <Change key={change.id ?? change.replacedBy} change={change} mayRecord={mayRecord} />
          ))}
        </ul>
      )}
      <Cited entry={entry} agencyId={agencyId} />
      {mayRecord && entry.isNumbered && (
        <a className="small" href={`?peraturan=${encodeURIComponent(entry.key)}#catat`}>
          {t('regulations.record')}
        </a>
      )}
    </li>
  )
}

function Change({ change, mayRecord }: { change: KnownChange; mayRecord: boolean }) {
  const t = useT()
  const format = useFormat()
  const kind = change.change ?? 'replaced'
  return (
    <li>
      <p>
        <Badge tone={tones[kind]}>{t(`regulations.change.${kind}`)}</Badge>{' '}
        {t('regulations.by', { change: t(`regulations.change.${kind}`), by: change.replacedBy })}
        {change.since && ` ${t('regulations.since', { day: format.civilDate(change.since) })}`}
      </p>
      <p className="muted small">{t('regulations.source', { source: change.source })}</p>
      <div className="muted small cluster">
        <span>{change.id ? t('regulations.recordedBy', { person: change.person ?? '' }) : t('regulations.shipped')}</span>
        {change.id && mayRecord && (
          <form method="post">
            <input type="hidden" name="form" value="withdraw" />
            <input type="hidden" name="id" value={change.id} />
            <Button variant="quiet" size="small" aria-label={t('regulations.withdrawOf', { by: change.replacedBy })}>
              {t('regulations.withdraw')}
            </Button>
          </form>
        )}
      </div>
    </li>
  )
}

/** Each standard once, with its versions. */
function Cited({ entry, agencyId }: { entry: Entry; agencyId: string }) {
  const t = useT()
  const slugs = [...new Set(entry.in.map(({ slug }) => slug))]
  return (
    <details className="disclosure">
      <summary>
        {t('regulations.citedIn')} <span className="count">{slugs.length}</span>
      </summary>
      <ul className="regulation__cited">
        {slugs.map((slug) => {
          const versions = entry.in.filter((one) => one.slug === slug)
          const parts = [...new Set(versions.flatMap(({ components }) => components))]
          return (
            <li key={slug}>
              <a href={`/susun/${agencyId}/${slug}/komponen`} lang="id">
                {versions[0]?.title}
              </a>
              <span className="muted small">
                {' '}
                {parts.map((part) => t(`regulations.in.${part}`)).join(', ')}:{' '}
                {versions
                  .map(({ number, status }) =>
                    t('regulations.version', { number, status: t(`builder.status.${status as 'draft'}`) }),
                  )
                  .join(', ')}
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

type FormProps = { entries: readonly Entry[]; chosen: string; answer: ReturnType<typeof answerFor> }

export function RegulationForm({ entries, chosen, answer }: FormProps) {
  const t = useT()
  const names = ['regulation', 'change', 'by', 'since', 'source'] as const
  const view: FormView = {
    form: 'record',
    initial: { regulation: chosen },
    answer,
    labels: Object.fromEntries(names.map((name) => [name, t(`regulations.field.${name}`)])),
  }
  return (
    <Card id="catat" title={t('regulations.recordTitle')}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <input type="hidden" name="form" value="record" />
        <SelectField
          view={view}
          name="regulation"
          required
          placeholder={t('common.choose')}
          options={entries.filter(({ isNumbered }) => isNumbered).map(({ key, text }) => ({ value: key, label: text }))}
        />
        <SelectField
          view={view}
          name="change"
          required
          placeholder={t('common.choose')}
          options={RegulationChange.options.map((value) => ({ value, label: t(`regulations.change.${value}`) }))}
        />
        <TextField view={view} name="by" required maxLength={200} help={t('regulations.field.byHelp')} />
        <TextField view={view} name="since" type="date" />
        <TextField view={view} name="source" required maxLength={200} help={t('regulations.field.sourceHelp')} />
        <Button variant="primary" icon="save">
          {t('regulations.save')}
        </Button>
      </form>
    </Card>
  )
}
