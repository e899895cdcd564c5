import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '#app/i18n/react.tsx'
import { Condition } from '#engine'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { anAgencyProfile } from '#test/builders/papers.ts'
import { ConditionBuilder } from './condition-builder.tsx'
import { BuilderProvider } from './context.tsx'
import { createBuilder } from './store.ts'

const definition = aDefinition({
  forms: [
    aForm(
      'f',
      aField('date', 'day', { label: 'Tanggal kegiatan' }),
      aField('date', 'asked', { label: 'Tanggal surat' }),
      aField('text', 'name', { label: 'Nama' }),
    ),
  ],
})
const world = {
  store: createBuilder(definition, { number: 1, revision: 1 }, () => 0),
  positions: [{ id: 'head', title: 'Camat', unit: null }],
  units: [],
  home: { agency: 'kecamatan', slug: 'izin' },
  calendar: null,
  standards: [],
  findings: [],
  layout: anAgencyProfile().papers,
  readOnly: false,
  me: { id: 'asha', name: 'Asha' },
}
const drawn = (condition: unknown) =>
  renderToStaticMarkup(
    <LocaleProvider locale="id">
      <BuilderProvider value={world}>
        <ConditionBuilder condition={Condition.parse(condition)} onChange={() => {}} />
      </BuilderProvider>
    </LocaleProvider>,
  )
const step = { kind: 'step', node: 'process' }

it('edits the days between a field and another day, offering only what has a day', () => {
  const html = drawn({ kind: 'days', field: 'day', op: 'at-least-after', days: 7, of: { kind: 'field', field: 'asked' } })
  expect(html).toContain('paling sedikit … hari sesudah')
  expect(html).toMatch(/<input[^>]*type="number"[^>]*aria-label="Jumlah hari"[^>]*value="7"/)
  expect(html).toMatch(/<select[^>]*aria-label="Dihitung dari".*<option value="asked" selected="">Tanggal surat</)
  expect(html).toContain('Tanggal kegiatan paling sedikit 7 hari sesudah Tanggal surat')
})

it('edits two fields beside each other, offering those of the same kind', () => {
  const html = drawn({ kind: 'fields', field: 'day', op: 'before', other: 'asked' })
  expect(html).toContain('<option value="with:before" selected="">sebelum: isian lain</option>')
  expect(html).toContain('<option value="asked" selected="">Tanggal surat</option>')
  expect(drawn({ kind: 'field', field: 'name', op: 'filled' })).not.toContain('isian lain')
})

it('edits who acted, by person and by office', () => {
  const same = drawn({ kind: 'person', of: step, is: 'other-than', as: { kind: 'starter' } })
  expect(same).toContain('<option value="start:person" selected="">Yang memulai permohonan</option>')
  const office = drawn({ kind: 'office', of: step, position: 'head' })
  expect(office).toContain('<option value="head" selected="">Camat</option>')
  expect(office).toContain('bertindak sebagai &quot;Camat&quot;')
})
