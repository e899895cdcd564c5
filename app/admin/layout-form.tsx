import { CheckField, FormErrors, type FormView, SelectField, TextField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import type { Translate } from '#app/i18n/translator.ts'
import type { Typed } from '#app/read-form.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import {
  boxKeys,
  boxNames,
  columnKeys,
  componentKeys,
  identityKeys,
  identityNames,
  officialHeadings,
  officialMatrix,
} from '#engine'

const sides = ['top', 'right', 'bottom', 'left'] as const
const uprights = ['standard', 'decree'] as const
const sizes = [
  { value: 'A4', label: 'A4 (210 × 297 mm)' },
  { value: 'F4', label: 'F4 (215 × 330 mm)' },
]

type Props = { answer: FormView['answer']; initial: Typed; mayPreview: boolean }

/** Paper and margins, the order and words of the matrix and the identity page, headings of components. */
export function LayoutForm({ answer, initial, mayPreview }: Props) {
  const t = useT()
  const view: FormView = { form: 'layout', initial, answer, labels: labelsOf(t) }
  return (
    <form method="post" className="stack stack--loose">
      <FormErrors view={view} />
      <input type="hidden" name="form" value="layout" />
      <input type="hidden" name="revision" value={String(initial.revision ?? '')} />
      <Card title={t('admin.papers.pages')}>
        {uprights.map((kind) => (
          <fieldset className="layout-pages" key={kind}>
            <legend>{t(`admin.papers.of.${kind}`)}</legend>
            <SelectField view={view} name={`paper-${kind}`} options={sizes} required />
            {sides.map((side) => (
              <TextField view={view} name={`${kind}-${side}`} inputMode="numeric" maxLength={3} required key={side} />
            ))}
          </fieldset>
        ))}
        <fieldset className="layout-pages">
          <legend>{t('admin.papers.of.sop')}</legend>
          <SelectField view={view} name="matrix-paper" options={sizes} required />
          <TextField view={view} name="matrix-margin" inputMode="numeric" maxLength={3} required />
        </fieldset>
      </Card>
      <Card title={t('admin.papers.matrix')}>
        <p className="muted">{t('admin.papers.matrixHelp')}</p>
        <Ordered
          view={view}
          prefix="column"
          names="heading"
          keys={columnKeys}
          official={officialMatrix.headings}
          optional="remarks"
        />
        <div className="layout-row">
          <span />
          <TextField view={view} name="heading-standard" maxLength={60} placeholder={officialMatrix.headings.standard} />
        </div>
        <CheckField
          view={view}
          name="column-numbers"
          options={[{ value: 'yes', label: t('admin.papers.columnNumbersOption') }]}
        />
      </Card>
      <Card title={t('admin.papers.identity')}>
        <p className="muted">{t('admin.papers.identityHelp')}</p>
        <Ordered view={view} prefix="identity" names="identity-name" keys={identityKeys} official={identityNames} />
        <h3>{t('admin.papers.boxes')}</h3>
        <Ordered view={view} prefix="box" names="box-name" keys={boxKeys} official={boxNames} />
      </Card>
      <Card title={t('admin.papers.components')}>
        <Disclosure summary={t('admin.papers.componentsSummary')}>
          <div className="form">
            <p className="muted">{t('admin.papers.componentsHelp')}</p>
            {componentKeys.map((key) => (
              <TextField view={view} name={`component-${key}`} maxLength={60} placeholder={officialHeadings[key]} key={key} />
            ))}
          </div>
        </Disclosure>
      </Card>
      <div className="form__actions">
        <Button variant="primary">{t('common.save')}</Button>
        {mayPreview && (
          <Button name="act" value="preview" variant="quiet">
            {t('admin.papers.previewFirst')}
          </Button>
        )}
      </div>
    </form>
  )
}

type OrderedProps<K extends string> = {
  view: FormView
  prefix: string
  names: string
  keys: readonly K[]
  official: Readonly<Record<K, string>>
  /** The one that may be left out. */
  optional?: K
}

/** For each line its place and its words; what is left empty is printed as the guideline writes it. */
function Ordered<K extends string>({ view, prefix, names, keys, official, optional }: OrderedProps<K>) {
  const t = useT()
  const places = keys.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }))
  return keys.map((key) => (
    <div className="layout-row" key={key}>
      <SelectField
        view={view}
        name={`${prefix}-${key}`}
        options={places}
        placeholder={key === optional ? t('admin.papers.leftOut') : undefined}
        required={key !== optional}
      />
      <TextField view={view} name={`${names}-${key}`} maxLength={60} placeholder={official[key]} />
    </div>
  ))
}

function labelsOf(t: Translate): Record<string, string> {
  const named = (prefix: string, names: Readonly<Record<string, string>>, words: (name: string) => string) =>
    Object.entries(names).map(([key, name]) => [`${prefix}-${key}`, words(name)])
  const place = (name: string) => t('admin.papers.placeOf', { name })
  const heading = (name: string) => t('admin.papers.wordsOf', { name })
  return Object.fromEntries([
    ...uprights.map((kind) => [`paper-${kind}`, t('admin.papers.paper')]),
    ...uprights.flatMap((kind) => sides.map((side) => [`${kind}-${side}`, t(`admin.papers.${side}`)])),
    ['matrix-paper', t('admin.papers.paper')],
    ['matrix-margin', t('admin.papers.margin')],
    ['column-numbers', t('admin.papers.columnNumbers')],
    ...named('column', officialMatrix.headings, place),
    ...named('heading', officialMatrix.headings, heading),
    ...named('identity', identityNames, place),
    ...named('identity-name', identityNames, heading),
    ...named('box', boxNames, place),
    ...named('box-name', boxNames, heading),
    ...named('component', officialHeadings, heading),
  ])
}
