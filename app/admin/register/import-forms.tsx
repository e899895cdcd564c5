import { answerFor, FormErrors, type FormView, LongField, SelectField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import type { Typed } from '#app/read-form.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Field } from '#app/ui/field.tsx'
import { FileInput } from '#app/ui/input.tsx'

export type KnownSeries = { id: string; name: string; pattern: string; closed: boolean; needsClass: boolean }
type Props = { answer: Parameters<typeof answerFor>[1]; typed: Typed | null; series: readonly KnownSeries[] }

/** A list of numbers as it was kept until now: pasted, or as a file. Both are shown first and taken after. */
export function ImportForms({ answer, typed, series }: Props) {
  const t = useT()
  const labels = { series: t('register.import.series'), list: t('register.import.list'), file: t('register.import.file') }
  const list: FormView = { form: 'list', initial: typed ?? {}, answer: answerFor('list', answer), labels }
  const file: FormView = { form: 'file', initial: {}, answer: answerFor('file', answer), labels }
  const options = series.map(({ id, name, pattern }) => ({ value: id, label: `${name} (${pattern})` }))
  return (
    <Card title={t('register.import')} className="stack">
      <p>{t('register.import.text')}</p>
      <Disclosure summary={t('register.import.columns')}>
        <p>{t('register.import.columnsText')}</p>
        <pre className="book__sample">{t('register.import.sample')}</pre>
      </Disclosure>
      <form method="post" className="form">
        <FormErrors view={list} />
        <input type="hidden" name="form" value="list" />
        <SelectField
          view={list}
          name="series"
          help={t('register.import.seriesHelp')}
          placeholder={t('register.import.noSeries')}
          options={options}
        />
        <LongField view={list} name="list" help={t('register.import.listHelp')} rows={10} required />
        <div className="form__actions">
          <Button>{t('register.import.check')}</Button>
        </div>
      </form>
      <h3 className="book__or">{t('register.import.orFile')}</h3>
      <form method="post" encType="multipart/form-data" className="form">
        <FormErrors view={file} />
        <SelectField view={file} name="series" placeholder={t('register.import.noSeries')} options={options} />
        <Field id="file-file" label={labels.file} help={t('register.import.fileHelp')} required>
          <FileInput name="file" accept=".csv,text/csv,text/plain" required />
        </Field>
        <div className="form__actions">
          <Button>{t('register.import.checkFile')}</Button>
        </div>
      </form>
    </Card>
  )
}
