import type { Locale } from '#app/i18n/locale.ts'
import type { InstancePage } from '#app/use-cases/instances/read-instance.server.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import { type Field, type FieldId, type Form, fieldsOf, type InstanceState } from '#engine'
import { fieldValueText } from '../data-sections.ts'
import { firstValues } from '../form/form-values.ts'
import { positionsFor, type StepField } from '../form/step-form.ts'

/** The fields that can be put right: those that some step so far has asked for, or that hold something. */
function correctable({ definition, instance: { state } }: Pick<InstancePage, 'definition' | 'instance'>): Field[] {
  const asked = new Set(definition.flow.nodes.flatMap((node) => (isDone(node.id, state) && 'form' in node ? [node.form] : [])))
  const seen = new Set(definition.forms.flatMap((form) => (asked.has(form.id) ? form.fields.map(({ id }) => id) : [])))
  const known = [...fieldsOf(definition).values()].filter(
    ({ id, kind }) => kind !== 'note' && (seen.has(id) || Object.hasOwn(state.data, id)),
  )
  return [...new Map(known.map((field) => [field.id, field])).values()]
}

const isDone = (node: string, { steps }: InstanceState) => Object.hasOwn(steps, node)

/** The chosen ones as a form of their own, that may be left empty: what is emptied is taken away. */
export function correctionForm(page: Pick<InstancePage, 'definition' | 'instance'>, chosen: readonly string[]): Form | null {
  const fields = correctable(page)
    .filter(({ id }) => chosen.includes(id))
    .map((field) => ({ ...field, required: false, visibleWhen: undefined }))
  return fields.length === 0 ? null : ({ id: 'correction', fields } as unknown as Form)
}

/** What was sent for the chosen fields; what is empty now takes the value away. */
export function changesIn(form: Form, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(form.fields.map(({ id }) => [id, data[id] ?? null]))
}

export function correctView(page: InstancePage, office: Office, locale: Locale, chosen: readonly string[]) {
  const { instance, definition, files } = page
  const { data, revision } = instance.state
  const showing = { definition, data, files, positions: office.positions, locale, zone: office.zone }
  const form = correctionForm(page, chosen)
  return {
    title: instance.title,
    number: instance.number,
    standardTitle: definition.identity.title,
    agencyId: instance.agencyId,
    back: `/kerja/permohonan/${instance.agencyId}/${instance.id}`,
    revision,
    fields: correctable(page).map((field) => ({
      value: field.id as string,
      label: field.label,
      help: valueText(field, data, showing),
    })),
    step: form && { fields: form.fields.map((field) => stepField(field, page, office)), outcomes: [], disposition: null },
    initial: firstValues(form, data, files),
  }
}
export type CorrectView = ReturnType<typeof correctView>

type Showing = Parameters<typeof fieldValueText>[2]
const valueText = (field: Field, data: InstanceState['data'], showing: Showing): string =>
  Object.hasOwn(data, field.id) ? fieldValueText(field, data[field.id as FieldId], showing) : ''

function stepField(field: Field, page: Pick<InstancePage, 'definition'>, office: Office): StepField {
  return {
    field,
    when: null,
    positions: positionsFor(field, { definition: page.definition, office }),
    inner: field.kind === 'group' ? field.fields.map((inner) => stepField(inner, page, office)) : [],
  }
}
