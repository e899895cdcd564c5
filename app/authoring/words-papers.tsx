import { Fragment } from 'react'
import { LongField, TextField, typedText } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { AddCitation } from './add-citation.tsx'
import { decreeLists, sopLists, sopTexts } from './words-form.ts'
import type { FieldsProps } from './words-page.ts'
import { TalkOf } from './words-talk.tsx'

/** The identity page of the SOP. */
export function SopFields({ view, page }: FieldsProps) {
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

/** The words of the decree; letters, numbers and ordinals are generated. */
export function DecreeFields({ view, page }: FieldsProps) {
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
