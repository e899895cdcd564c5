import { evaluateCondition } from '../condition/evaluate.ts'
import type { Facts } from '../condition/facts.ts'
import type { Field, Form } from '../definition/form.ts'

/**
 * The fields of a form that are shown, in its order. A field without condition is shown; one whose condition is unknown is not.
 * `facts.data` is the instance's data with the values given so far over it. A field sees those of this form that stand
 * above it and are shown themselves: what is hidden counts as not given, and what stands below is not known yet.
 */
export function visibleFields(form: Form, facts: Facts): Field[] {
  return visibleAmong(form.fields, facts)
}

export function visibleAmong<F extends Field>(fields: readonly F[], facts: Facts): F[] {
  const seen: Record<string, unknown> = Object.assign(Object.create(null), facts.data)
  for (const { id } of fields) delete seen[id]
  const shown: F[] = []
  for (const field of fields) {
    if (field.visibleWhen !== undefined && evaluateCondition(field.visibleWhen, { ...facts, data: seen }) !== true) continue
    shown.push(field)
    if (Object.hasOwn(facts.data, field.id)) seen[field.id] = facts.data[field.id]
  }
  return shown
}
