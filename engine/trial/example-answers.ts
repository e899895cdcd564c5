import { civilOf, dayNumber } from '../calendar/civil.ts'
import type { Facts } from '../condition/facts.ts'
import type { Field, Form, SimpleField } from '../definition/form.ts'
import type { Answers } from '../definition/scenario.ts'
import { fieldsInRow } from '../form/fields-of.ts'
import { maxLengthOf } from '../form/text-kinds.ts'
import { visibleAmong } from '../form/visible.ts'
import type { CivilDate } from '../instant.ts'

/** What made-up answers are made with: what is known, the day it is, and positions to choose from. */
export type ExampleGround = { facts: Facts; today: CivilDate; positions: readonly string[] }

/**
 * Made-up answers to every field that a form asks, each within its limits, so that the engine takes them. A field whose
 * limits nobody can keep gets what comes nearest.
 */
export function exampleAnswers(form: Form | null, ground: ExampleGround): Answers {
  return answersTo(form?.fields ?? [], ground) as Answers
}

type Known = Record<string, unknown>

function answersTo(fields: readonly Field[], ground: ExampleGround): Known {
  const { facts } = ground
  const answers: Known = {}
  // From above to below: what is asked may hang on what was answered before.
  for (const field of fields) {
    const data = { ...facts.data, ...answers }
    const shown = visibleAmong(fields, { ...facts, data })
    const value = shown.includes(field) ? answerTo(field, ground) : undefined
    if (value !== undefined) answers[field.id] = value
  }
  return answers
}

function answerTo(field: Field, ground: ExampleGround): unknown {
  if (field.kind !== 'group') return simpleAnswer(field, ground)
  const { facts } = ground
  const inRow = { ...ground, facts: { ...facts, fields: fieldsInRow(facts.fields, field) } }
  return Array.from({ length: Math.max(1, field.min ?? 0) }, () => answersTo(field.fields, inRow))
}

const soon = 7

function simpleAnswer(field: SimpleField, { facts, today, positions }: ExampleGround): unknown {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'regulation':
      return [...`Contoh ${field.label}`].slice(0, maxLengthOf(field)).join('').trim()
    case 'letterNumber':
      return `001/CONTOH/${today.slice(0, 4)}`
    case 'nik':
      return '3300000000000001'
    case 'nip':
      return '199001012015011001'
    case 'phone':
      return '081200000000'
    case 'email':
      return 'contoh@contoh.id'
    case 'link':
      return 'https://contoh.id'
    case 'number':
      return within(field, 1)
    case 'rupiah':
      return Math.ceil(within(field, 100_000))
    case 'date':
      return civilOf(dayNumber(today) + soon)
    case 'time':
      return '09:00'
    case 'dateTime':
      return `${civilOf(dayNumber(today) + soon)}T09:00`
    case 'choice':
      return field.options[0]?.id
    case 'choices':
      return field.options.slice(0, Math.max(1, field.min ?? 0)).map(({ id }) => id)
    case 'yesNo':
      return true
    case 'file':
      return Array.from({ length: Math.max(1, field.min ?? 0) }, (_, index) => madeUpFile(index + 1))
    case 'position':
      return (field.lane === undefined ? positions : (facts.lanes?.[field.lane] ?? []))[0]
    case 'note':
      return undefined
  }
}

const within = ({ min, max }: { min?: number | undefined; max?: number | undefined }, usual: number): number =>
  Math.min(max ?? usual, Math.max(min ?? usual, max === undefined || max >= usual ? usual : max))

/** The id by which a made-up file is known; it holds nothing. */
export const madeUpFile = (number: number): string => `contoh-${number}`
