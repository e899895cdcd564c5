import type { ReactNode } from 'react'
import { answerFor, FormErrors, type FormView, LongField, TextField, typedText } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { type ComponentKey, componentKeys, limits, publishedComponentKeys } from '#engine'
import { officialHeadings } from '#engine/papers/headings.ts'
import { Differences } from './words-differences.tsx'
import { useWordLabels } from './words-labels.ts'
import type { WordsConflict, WordsPage } from './words-page.ts'
import { DecreeFields, SopFields } from './words-papers.tsx'
import { PartFields } from './words-part-fields.tsx'
import { TalkOf } from './words-talk.tsx'

type Answer = Parameters<typeof answerFor>[1] | WordsConflict
const isConflict = (answer: Answer): answer is WordsConflict =>
  typeof answer === 'object' && answer !== null && 'conflict' in answer

export function WordsForm({ page, answer }: { page: WordsPage; answer: Answer }) {
  const t = useT()
  const conflict = isConflict(answer) ? answer : null
  const view: FormView = {
    form: 'words',
    initial: conflict?.typed ?? page.words,
    answer: conflict ? undefined : answerFor('words', answer),
    labels: useWordLabels(page),
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
        <SopFields view={view} page={page} />
        <DecreeFields view={view} page={page} />
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
