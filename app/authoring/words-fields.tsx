import { Fragment, type ReactNode } from 'react'
import { answerFor, FormErrors, type FormView, LongField, SelectField, TextField, typedText } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import type { Typed } from '#app/read-form.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { type ComponentKey, type Contact, componentKeys, limits, publishedComponentKeys } from '#engine'
import { officialHeadings } from '#engine/papers/headings.ts'
import { CommentLink } from './comments/comment-link.tsx'
import type { StandardKey } from './standard-page.tsx'
import { channelKinds, decreeLists, sopLists, sopTexts, units } from './words-form.ts'

export type WordsPage = StandardKey & {
  /** Version and revision that the words were read from. */
  revision: string
  kind: 'service' | 'sop'
  readOnly: boolean
  tasks: number
  words: Readonly<Record<string, string>>
  rows: { limits: number; channels: number; complaintLimits: number }
  conditional: readonly (string | null)[]
  contacts: readonly Contact[]
  /** Regulations that the agency's standards cite, to be offered for another. */
  citations: readonly string[]
  /** Open conversations by topic; null for whoever does not read them. */
  comments: Readonly<Record<string, number>> | null
}
type Conflict = { form: string; typed: Typed; conflict: { name: string | null } }
type Answer = Parameters<typeof answerFor>[1] | Conflict
const isConflict = (answer: Answer): answer is Conflict => typeof answer === 'object' && answer !== null && 'conflict' in answer

export function WordsForm({ page, answer }: { page: WordsPage; answer: Answer }) {
  const t = useT()
  const conflict = isConflict(answer) ? answer : null
  const view: FormView = {
    form: 'words',
    initial: conflict?.typed ?? page.words,
    answer: conflict ? undefined : answerFor('words', answer),
    labels: useLabels(page),
  }
  return (
    <form method="post" className="form form--wide">
      <FormErrors view={view} />
      {conflict && <Differences page={page} conflict={conflict} labels={view.labels} />}
      <input type="hidden" name="revision" value={view.answer ? typedText(view, 'revision') : page.revision} />
      <fieldset disabled={page.readOnly} className="authoring-words">
        <Card title={t('authoring.words.identity')}>
          <TextField view={view} name="title" maxLength={200} required />
          <LongField view={view} name="summary" rows={2} />
          <TextField view={view} name="unit" maxLength={200} />
        </Card>
        {componentKeys.map((key, index) => (
          <Part key={key} id={key} number={index + 1} page={page}>
            <PartFields name={key} view={view} page={page} />
            <TextField view={view} name={`heading-${key}`} maxLength={limits.label} placeholder={officialHeadings[key]} />
          </Part>
        ))}
        <Sop view={view} page={page} />
        <Decree view={view} page={page} />
      </fieldset>
      {!page.readOnly && (
        <div className="authoring-save">
          <Button variant="primary" icon="save">
            {t(conflict ? 'authoring.words.saveOver' : 'common.save')}
          </Button>
        </div>
      )}
    </form>
  )
}

function isFilled(key: ComponentKey, { words, tasks }: WordsPage): boolean {
  const has = (start: string) => Object.entries(words).some(([name, value]) => name.startsWith(start) && value !== '')
  switch (key) {
    case 'procedure':
      return tasks > 0
    case 'serviceTime':
      return has('time-')
    case 'fee':
      return words.fee === 'free' || Boolean(words.feeLines)
    case 'complaints':
      return has('channel-')
    case 'staffing':
      return has('staff')
    default:
      return Boolean(words[key])
  }
}

function Part({ id, number, page, children }: { id: ComponentKey; number: number; page: WordsPage; children: ReactNode }) {
  const t = useT()
  const filled = isFilled(id, page)
  const published = publishedComponentKeys.includes(id)
  const needed = published && page.kind === 'service'
  return (
    <Card
      id={`bagian-${id}`}
      title={`${number}. ${officialHeadings[id]}`}
      actions={
        <>
          <TalkOf page={page} topic={`component:${id}`} name={officialHeadings[id]} />
          {published && <Badge tone="info">{t('authoring.words.published')}</Badge>}
          <Badge tone={filled ? 'success' : needed ? 'danger' : 'neutral'} icon={filled ? 'check' : undefined}>
            {t(filled ? 'authoring.words.filled' : 'authoring.words.missing')}
          </Badge>
        </>
      }
    >
      {children}
    </Card>
  )
}

function TalkOf({ page, topic, name }: { page: WordsPage; topic: string; name: string }) {
  return page.comments && <CommentLink standard={page} counts={page.comments} topic={topic} name={name} />
}

type FieldsProps = { view: FormView; page: WordsPage }

function PartFields({ name, view, page }: FieldsProps & { name: ComponentKey }) {
  const t = useT()
  const perLine = t('authoring.words.perLine')
  switch (name) {
    case 'procedure':
      return (
        <>
          <p className="muted">{t('authoring.words.procedureFlow')}</p>
          <LongField view={view} name="procedureIntro" rows={2} help={perLine} />
          <LongField view={view} name="procedureNotes" rows={2} help={perLine} />
        </>
      )
    case 'serviceTime':
      return (
        <>
          {page.conditional.map((printed, i) =>
            printed === null ? (
              <TimeRow key={String(i)} view={view} prefix={`time-${i}`} label />
            ) : (
              <p key={String(i)} className="muted">
                {t('authoring.words.conditional', { limit: printed })}
              </p>
            ),
          )}
          <TimeRow view={view} prefix={`time-${page.rows.limits - 1}`} label />
          <LongField view={view} name="timeNotes" rows={2} help={perLine} />
        </>
      )
    case 'fee':
      return (
        <>
          <SelectField
            view={view}
            name="fee"
            required
            options={(['unset', 'free', 'tariff'] as const).map((value) => ({ value, label: t(`authoring.fee.${value}`) }))}
          />
          <LongField view={view} name="feeWords" rows={2} help={perLine} />
          <LongField view={view} name="feeLines" rows={3} help={t('authoring.words.tariffHelp')} />
          <LongField view={view} name="feeBasis" rows={2} />
        </>
      )
    case 'complaints':
      return <Complaints view={view} page={page} />
    case 'staffing':
      return (
        <div className="grid">
          <TextField view={view} name="staffCount" inputMode="numeric" maxLength={5} />
          <TextField view={view} name="staffText" maxLength={200} />
        </div>
      )
    case 'legalBasis':
      return (
        <>
          <LongField view={view} name={name} rows={5} help={perLine} />
          <AddCitation view={view} name={name} citations={page.citations} />
        </>
      )
    default:
      return <LongField view={view} name={name} rows={5} help={perLine} />
  }
}

/** One more regulation, offered from the register while it is typed; it becomes the last line of the list when saved. */
function AddCitation({ view, name, citations }: { view: FormView; name: string; citations: readonly string[] }) {
  const t = useT()
  const offered = citations.filter((text) => !typedText(view, name).includes(text))
  if (offered.length === 0) return null
  return (
    <>
      <TextField
        view={view}
        name={`${name}-add`}
        maxLength={limits.sentence}
        list={`peraturan-${name}`}
        help={t('regulations.addHelp')}
        autoComplete="off"
      />
      <datalist id={`peraturan-${name}`}>
        {offered.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </>
  )
}

function TimeRow({ view, prefix, label }: { view: FormView; prefix: string; label?: boolean }) {
  const t = useT()
  return (
    <div className="authoring-row">
      {label && <TextField view={view} name={`${prefix}-label`} maxLength={200} />}
      <TextField view={view} name={`${prefix}-amount`} inputMode="numeric" maxLength={4} />
      <SelectField
        view={view}
        name={`${prefix}-unit`}
        placeholder={t('common.choose')}
        options={units.map((value) => ({ value, label: t(`authoring.unit.${value}`) }))}
      />
      <TextField view={view} name={`${prefix}-note`} maxLength={200} />
      <Checkbox
        name={`${prefix}-maximum`}
        value="yes"
        defaultChecked={typedText(view, `${prefix}-maximum`) === 'yes'}
        label={t('authoring.words.maximum')}
      />
    </div>
  )
}

function Complaints({ view, page }: FieldsProps) {
  const t = useT()
  const contacts = page.contacts.map(({ id, value, who }) => ({ value: id, label: who ? `${value} (${who})` : value }))
  const kinds = channelKinds.map((value) => ({ value, label: t(`authoring.channel.${value}`) }))
  return (
    <>
      {Array.from({ length: page.rows.channels }, (_, i) => (
        <div className="authoring-row" key={String(i)}>
          <SelectField view={view} name={`channel-${i}-kind`} placeholder={t('authoring.words.noChannel')} options={kinds} />
          <TextField view={view} name={`channel-${i}-text`} maxLength={200} />
          <TextField view={view} name={`channel-${i}-value`} maxLength={200} />
          <SelectField view={view} name={`channel-${i}-contact`} placeholder={t('common.none')} options={contacts} />
        </div>
      ))}
      <LongField view={view} name="complaintFlow" rows={4} help={t('authoring.words.perLine')} />
      {Array.from({ length: page.rows.complaintLimits }, (_, i) => (
        <div className="authoring-row" key={String(i)}>
          <TextField view={view} name={`class-${i}-class`} maxLength={200} />
          <TextField view={view} name={`class-${i}-amount`} inputMode="numeric" maxLength={4} />
          <SelectField
            view={view}
            name={`class-${i}-unit`}
            placeholder={t('common.choose')}
            options={units.map((value) => ({ value, label: t(`authoring.unit.${value}`) }))}
          />
        </div>
      ))}
    </>
  )
}

function Sop({ view, page }: FieldsProps) {
  const t = useT()
  return (
    <Card
      id="bagian-sop"
      title={t('authoring.words.sop')}
      actions={<TalkOf page={page} topic="sop:" name={t('authoring.words.sop')} />}
    >
      {page.kind === 'service' && (
        <Checkbox name="sop" value="yes" defaultChecked={typedText(view, 'sop') === 'yes'} label={t('authoring.words.hasSop')} />
      )}
      <div className="grid">
        {sopTexts.map((key) => (
          <TextField key={key} view={view} name={`sop-${key}`} type={key.endsWith('On') ? 'date' : 'text'} maxLength={200} />
        ))}
      </div>
      {(['legalBasis', ...sopLists] as const).map((key) => (
        <Fragment key={key}>
          <LongField view={view} name={`sop-${key}`} rows={3} help={t('authoring.words.perLine')} />
          {key === 'legalBasis' && <AddCitation view={view} name="sop-legalBasis" citations={page.citations} />}
        </Fragment>
      ))}
    </Card>
  )
}

function Decree({ view, page }: FieldsProps) {
  const t = useT()
  return (
    <Card
      id="bagian-sk"
      title={t('authoring.words.decree')}
      actions={<TalkOf page={page} topic="decree:" name={t('authoring.words.decree')} />}
    >
      <LongField view={view} name="decree-about" rows={2} help={t('authoring.words.aboutHelp')} />
      {decreeLists.map((key) => (
        <Fragment key={key}>
          <LongField view={view} name={`decree-${key}`} rows={4} help={t('authoring.words.perLine')} />
          {key === 'recalling' && <AddCitation view={view} name="decree-recalling" citations={page.citations} />}
        </Fragment>
      ))}
      <LongField view={view} name="decree-decides" rows={2} />
      <TextField view={view} name="decree-place" maxLength={200} />
    </Card>
  )
}

/** Where the two texts differ: what a colleague saved beside what was typed here. */
function Differences({ page, conflict, labels }: { page: WordsPage; conflict: Conflict; labels: FormView['labels'] }) {
  const t = useT()
  const names = Object.keys(labels).filter((name) => tidy(conflict.typed[name]) !== tidy(page.words[name]))
  return (
    <Banner tone="warning" role="alert" title={t('authoring.words.conflict')}>
      <p>{t('authoring.words.conflictText')}</p>
      {names.map((name) => (
        <div key={name} className="authoring-diff">
          <p className="authoring-diff__name">
            <a href={`#words-${name}`}>{labels[name]}</a>
          </p>
          <div>
            <p className="small muted">{t('authoring.words.theirs')}</p>
            <pre>{page.words[name] || '–'}</pre>
          </div>
          <div>
            <p className="small muted">{t('authoring.words.yours')}</p>
            <pre>{tidy(conflict.typed[name]) || '–'}</pre>
          </div>
        </div>
      ))}
    </Banner>
  )
}

const tidy = (value: string | readonly string[] | undefined) =>
  String(value ?? '')
    .replaceAll('\r\n', '\n')
    .trim()

function useLabels(page: WordsPage): Record<string, string> {
  const t = useT()
  const rows = (count: number, prefix: string, names: Record<string, string>) =>
    Array.from({ length: count }, (_, i) =>
      Object.entries(names).map(([name, label]) => [`${prefix}-${i}-${name}`, `${label} ${i + 1}`]),
    ).flat()
  const time = { amount: t('authoring.field.amount'), unit: t('authoring.field.unit'), note: t('authoring.field.note') }
  const parts = componentKeys.map((key) => [key, officialHeadings[key]])
  const headings = componentKeys.map((key, i) => [`heading-${key}`, t('authoring.word.heading', { number: i + 1 })])
  return Object.fromEntries([
    ...parts,
    ...headings,
    ...(
      [
        'title',
        'summary',
        'unit',
        'procedureIntro',
        'procedureNotes',
        'timeNotes',
        'fee',
        'feeWords',
        'feeLines',
        'feeBasis',
        'complaintFlow',
        'staffCount',
        'staffText',
      ] as const
    ).map((name) => [name, t(`authoring.word.${name}`)]),
    ...rows(page.rows.limits, 'time', { label: t('authoring.field.label'), ...time }),
    ...rows(page.rows.channels, 'channel', {
      kind: t('authoring.field.channel'),
      text: t('authoring.field.text'),
      value: t('authoring.field.value'),
      contact: t('authoring.field.contact'),
    }),
    ...rows(page.rows.complaintLimits, 'class', { class: t('authoring.field.class'), ...time }),
    ...(['legalBasis', ...sopTexts, ...sopLists] as const).map((name) => [`sop-${name}`, t(`authoring.sop.${name}`)]),
    ...(['about', 'decides', 'place', ...decreeLists] as const).map((name) => [`decree-${name}`, t(`authoring.decree.${name}`)]),
    ...['legalBasis-add', 'sop-legalBasis-add', 'decree-recalling-add'].map((name) => [name, t('regulations.add')]),
  ])
}
