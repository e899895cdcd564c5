import { useFormat, useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import type { Checked } from '#app/use-cases/public/read-checked.server.ts'
import { verdictSentence } from './check-words.ts'

const tones = {
  'in-force': 'success',
  ending: 'warning',
  'not-yet': 'warning',
  'not-set': 'warning',
  superseded: 'danger',
  revoked: 'danger',
  cancelled: 'danger',
} as const satisfies Record<Checked['verdict'], string>

/** Where a code is typed; leads to the page of that code. */
export function CodeForm({ typed, error }: { typed: string; error: string | null }) {
  const t = useT()
  return (
    <form method="get" action="/cek" className="form">
      <Field id="check-code" label={t('check.code')} help={t('check.codeHelp')} error={error} unmarked>
        <Input
          name="kode"
          defaultValue={typed}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          className="check-code"
        />
      </Field>
      <div className="form__actions">
        <Button variant="primary" icon="search">
          {t('check.codeSubmit')}
        </Button>
      </div>
    </form>
  )
}

/** In force or not, by which act, what took its place, and what to compare. */
export function CheckedPaper({ checked }: { checked: Checked }) {
  const t = useT()
  return (
    <div className="stack">
      <Banner tone={tones[checked.verdict]} title={t(`check.verdict.${checked.verdict}`)}>
        <p>{verdictSentence(checked, t, useFormat())}</p>
        <Instead checked={checked} />
      </Banner>
      <Card title={t('check.facts')}>
        <Facts checked={checked} />
      </Card>
    </div>
  )
}

const home = ({ agencyId, slug }: Checked) => `/standar/${agencyId}/${slug}`

function Instead({ checked }: { checked: Checked }) {
  const t = useT()
  if (checked.verdict === 'in-force' || checked.verdict === 'ending') return null
  if (checked.instead !== null) {
    return (
      <p>
        <a href={home(checked)}>{t('check.readInForce', { number: checked.instead })}</a>
      </p>
    )
  }
  return checked.verdict === 'revoked' || checked.verdict === 'superseded' || checked.verdict === 'cancelled' ? (
    <p>{t('check.noneInForce')}</p>
  ) : null
}

function Facts({ checked }: { checked: Checked }) {
  const t = useT()
  const { civilDate } = useFormat()
  const { agencyId, decree, next, ended, comes, verdict } = checked
  // What is cancelled may never have begun.
  const begun = verdict !== 'not-yet' && verdict !== 'cancelled'
  const actName = (act: { number: string; signedOn: string }) =>
    t('check.decreeName', { number: act.number, date: civilDate(act.signedOn) })
  const versionAt = (number: number) => `${home(checked)}/v/${number}`
  return (
    <DescriptionList
      items={[
        {
          term: t('check.standard'),
          details: (
            <a href={versionAt(checked.version)} lang="id">
              {checked.title}
            </a>
          ),
        },
        { term: t('check.agency'), details: <a href={`/standar/${agencyId}`}>{checked.agencyName}</a> },
        { term: t('check.version'), details: checked.version },
        { term: t('check.decree'), details: decree && <a href={`/sk/${agencyId}/${decree.id}`}>{actName(decree)}</a> },
        { term: t(begun ? 'check.effectiveOn' : 'check.beginsOn'), details: decree && civilDate(decree.effectiveOn) },
        {
          term: t('check.next'),
          details: next && (
            <>
              <a href={versionAt(next.version)}>{t('check.versionName', { number: next.version })}</a>
              {next.decree && (
                <>
                  {', '}
                  <a href={`/sk/${agencyId}/${next.decree.id}`}>
                    {t('check.decreeName', { number: next.decree.number, date: civilDate(next.decree.signedOn) })}
                  </a>
                </>
              )}
            </>
          ),
        },
        { term: t('check.comes'), details: comes && <a href={`/sk/${agencyId}/${comes.id}`}>{actName(comes)}</a> },
        {
          term: t(checked.verdict === 'cancelled' ? 'check.cancelledBy' : 'check.revokedBy'),
          details: ended?.decree && (
            <a href={`/sk/${agencyId}/${ended.decree.id}`}>
              {ended.noted
                ? t('check.decreeNumber', { number: ended.decree.number })
                : t('check.decreeName', { number: ended.decree.number, date: civilDate(ended.on) })}
            </a>
          ),
        },
        { term: t('check.reason'), details: ended?.reason && <span lang="id">{ended.reason}</span> },
        { term: t('check.recordedOn'), details: ended?.noted && civilDate(ended.on) },
        { term: t('check.code'), details: <code>{checked.code}</code> },
        {
          term: t('check.digest'),
          details: (
            <>
              <code className="check-digest">{checked.digest}</code>
              <p className="muted">{t('check.digestHelp')}</p>
            </>
          ),
        },
      ]}
    />
  )
}
