import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { tries } from '#test/support/tries.ts'
import { fieldsOf } from './fields-of.ts'
import { readSubmission } from './submission.ts'
import { visibleFields } from './visible.ts'

const kinds = ['text', 'number', 'choice', 'choices', 'yesNo', 'date', 'file', 'group'] as const
const ids = kinds.map((kind) => `${kind}Field`)

/** Forms whose fields hang on one another, forwards and backwards. */
const anyForm = fc
  .array(fc.option(fc.record({ field: fc.constantFrom(...ids, 'elsewhere'), op: fc.constantFrom('filled', 'empty') })), {
    minLength: kinds.length,
    maxLength: kinds.length,
  })
  .map((conditions) => {
    const fields = kinds.map((kind, i) => {
      const condition = conditions[i]
      return aField(kind, ids[i] ?? kind, condition ? { visibleWhen: { kind: 'field', ...condition } } : {})
    })
    const definition = aDefinition({ forms: [aForm('f', ...fields), aForm('g', aField('text', 'elsewhere'))] })
    const [form] = definition.forms
    if (!form) throw new Error('no form')
    return { form, fields: fieldsOf(definition) }
  })
const good: Record<string, unknown> = {
  textField: 'a',
  numberField: 1,
  choiceField: 'a',
  choicesField: ['a'],
  yesNoField: true,
  dateField: '2026-12-01',
  fileField: ['x'],
  groupField: [{ item: 'a' }],
}
const goodRaw = fc.subarray(ids).map((chosen) => Object.fromEntries(chosen.map((id) => [id, good[id]])))
const anyRaw = fc.oneof(
  goodRaw,
  fc.dictionary(
    fc.constantFrom(...ids, 'elsewhere', '__proto__', 'constructor', 'toString'),
    fc.anything({ withNullPrototype: true, maxDepth: 3 }),
  ),
)
const anyData = fc.record({ elsewhere: fc.constant('x'), textField: fc.constant('before') }, { requiredKeys: [] })

it('P9: keeps nothing that was not shown, and never fails on what it is sent', () => {
  fc.assert(
    fc.property(anyForm, anyRaw, anyData, ({ form, fields }, raw, data) => {
      const read = readSubmission({ form, raw, facts: { fields, data, outcomes: {} } })
      if (!read.ok) {
        expect(read.errors.length).toBeGreaterThan(0)
        return
      }
      const kept = Object.fromEntries(Object.entries(data).filter(([id]) => !ids.includes(id)))
      const shown = visibleFields(form, { fields, data: { ...kept, ...read.data }, outcomes: {} }).map(({ id }) => id as string)
      for (const id of Object.keys(read.data)) expect(shown).toContain(id)
      for (const id of read.cleared) expect(Object.keys(read.data)).not.toContain(id)
    }),
    { numRuns: tries(1000) },
  )
})

it('P9: takes every good value for what is shown and refuses it for what is not', () => {
  fc.assert(
    fc.property(anyForm, goodRaw, ({ form, fields }, raw) => {
      const read = readSubmission({ form, raw, facts: { fields, data: {}, outcomes: {} } })
      const shown = visibleFields(form, { fields, data: raw, outcomes: {} }).map(({ id }) => id as string)
      const hidden = Object.keys(raw).filter((id) => !shown.includes(id))
      if (hidden.length === 0) expect(read).toMatchObject({ ok: true, data: raw })
      else
        expect(read.ok ? [] : read.errors.filter(({ code }) => code === 'hidden-field').map(({ path }) => path)).toEqual(
          hidden.toSorted((a, b) => ids.indexOf(a) - ids.indexOf(b)),
        )
    }),
    { numRuns: tries(500) },
  )
})

it('reads what it kept again to the same', () => {
  fc.assert(
    fc.property(anyForm, anyRaw, ({ form, fields }, raw) => {
      const facts = { fields, data: {}, outcomes: {} }
      const read = readSubmission({ form, raw, facts })
      if (read.ok) expect(readSubmission({ form, raw: read.data, facts })).toEqual(read)
    }),
    { numRuns: tries(500) },
  )
})
