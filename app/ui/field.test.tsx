import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleProvider } from '#app/i18n/react.tsx'
import { RadioGroup } from './choice.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Input } from './input.tsx'
import { TextArea } from './text-area.tsx'

it('ties help and error to the control and puts them between label and control', () => {
  const html = renderToStaticMarkup(
    <Field id="title" label="Judul" required help="Seperti pada surat." error="Isi “Judul”.">
      <Input name="title" />
    </Field>,
  )
  expect(html).toContain('aria-describedby="title-help title-error" aria-invalid="true" aria-required="true"')
  const places = ['<label', 'id="title-help"', 'id="title-error"', '<input'].map((part) => html.indexOf(part))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(html).toContain('(wajib)')
})

it('says in the reader’s language what may be left empty', () => {
  const html = renderToStaticMarkup(
    <LocaleProvider locale="en">
      <Field id="note" label="Note">
        <TextArea name="note" max={200} />
      </Field>
    </LocaleProvider>,
  )
  expect(html).toContain('(optional)')
  expect(html).toContain('At most 200 characters')
  expect(html).toContain('aria-describedby="note-count"')
})

it('writes a large limit as its readers write numbers', () => {
  const area = (locale: Locale) =>
    renderToStaticMarkup(
      <LocaleProvider locale={locale}>
        <TextArea id="note" max={20_000} />
      </LocaleProvider>,
    )
  expect(area('id')).toContain('Paling banyak 20.000 karakter')
  expect(area('en')).toContain('At most 20,000 characters')
})

it('keeps the choice that was made, in a group with the question as its name', () => {
  const options = [
    { value: 'accept', label: 'Terima' },
    { value: 'revise', label: 'Revisi' },
  ]
  const html = renderToStaticMarkup(<RadioGroup id="outcome" name="outcome" label="Putusan" options={options} value="revise" />)
  expect(html).toMatch(/<fieldset id="outcome" role="radiogroup"[^>]*><legend/)
  expect(html).toMatch(/checked="" value="revise"|value="revise"[^>]*checked=""/)
})

it('leads from each error to its place, and draws nothing without errors', () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe('')
  expect(renderToStaticMarkup(<ErrorSummary errors={[{ id: 'title', text: 'Isi “Judul”.' }]} />)).toContain('<a href="#title">')
})
