import { type Field, type Form, maxLengthOf, type Seat, type SimpleField, visibleFields } from '#engine'
import type { Facts } from '#engine/condition/facts.ts'
import { phraseFor } from './phrases.ts'

type Value = string | number | boolean | string[] | Record<string, unknown>[]
export type Surroundings = {
  /** Tells one invented request from another; the same seed fills the same values. */
  seed: number
  /** The civil date on which the form is filled in. */
  today: string
  seats: readonly Seat[]
  lanes: ReadonlyMap<string, readonly string[]>
  /** Stores a small document and answers its id. */
  upload(name: string): Promise<string>
}

/** Fills a form as a careful person would: every field that shows, in order, so that conditions see what stands above. */
export async function fillForm(form: Form, facts: Facts, around: Surroundings): Promise<Record<string, Value>> {
  const values: Record<string, Value> = {}
  for (let filled = true; filled; ) {
    filled = false
    const shown = visibleFields(form, { ...facts, data: { ...facts.data, ...values } })
    for (const field of shown.filter(({ id, kind }) => kind !== 'note' && !(id in values))) {
      const value = await valueFor(field, around)
      if (value === null) continue
      values[field.id] = value
      filled = true
      break
    }
  }
  return values
}

async function valueFor(field: Field, around: Surroundings): Promise<Value | null> {
  if (field.kind !== 'group') return simpleValue(field, around)
  const rows = Math.max(1, field.min ?? 1)
  return Promise.all(
    Array.from({ length: rows }, async (_, row) => {
      const entries: [string, unknown][] = []
      for (const inner of field.fields) {
        const value = await simpleValue(inner, { ...around, seed: around.seed + row })
        if (value !== null) entries.push([inner.id, value])
      }
      return Object.fromEntries(entries)
    }),
  )
}

async function simpleValue(field: SimpleField, around: Surroundings): Promise<Value | null> {
  const { seed, today } = around
  const nth = <T>(list: readonly T[]): T | undefined => list[seed % list.length]
  switch (field.kind) {
    case 'text':
    case 'regulation':
      return phraseFor(field.label, seed, false).slice(0, maxLengthOf(field))
    case 'longText':
      return phraseFor(field.label, seed, true).slice(0, maxLengthOf(field))
    case 'number':
      return within(field, (seed % 5) + 1)
    case 'rupiah':
      return within(field, 250_000 * (seed + 1))
    case 'date':
      return daysAfter(today, isPast(field.label) ? -1 - (seed % 3) : 7 + (seed % 5))
    case 'time':
      return '09:00'
    case 'dateTime':
      return `${daysAfter(today, isPast(field.label) ? 0 : 7 + (seed % 5))}T09:00`
    case 'choice':
      return nth(field.options)?.id ?? null
    case 'choices':
      return field.options.slice(0, Math.max(1, field.min ?? 1)).map(({ id }) => id)
    case 'yesNo':
      return true
    case 'file':
      return filesFor(field, around)
    case 'letterNumber':
      return `005/${100 + seed}/${today.slice(0, 4)}`
    case 'nik':
      return `33030157089${String(seed % 100_000).padStart(5, '0')}`
    case 'nip':
      return `198503152010011${String((seed % 998) + 1).padStart(3, '0')}`
    case 'phone':
      return `0812${String(30_000_000 + seed * 137).padStart(8, '0')}`
    case 'email':
      return `pemohon${seed}@contoh.id`
    case 'link':
      return `https://contoh.id/bahan/${seed}`
    case 'position':
      return around.seats.find((seat) => inLane(field.lane, seat, around))?.positionId ?? null
    case 'note':
      return null
  }
}

const inLane = (lane: string | undefined, seat: Seat, { lanes }: Surroundings) =>
  lane === undefined || (lanes.get(lane) ?? []).includes(seat.positionId)

/** A file is a nuisance to make up: only as many as are asked for. */
async function filesFor(field: Extract<SimpleField, { kind: 'file' }>, { upload }: Surroundings): Promise<string[] | null> {
  const wanted = Math.max(field.min ?? 0, field.required ? 1 : 0)
  if (wanted === 0) return null
  return Promise.all(
    Array.from({ length: wanted }, (_, i) =>
      upload(wanted > 1 ? `${fileName(field.label)} ${i + 1}.pdf` : `${fileName(field.label)}.pdf`),
    ),
  )
}

function within({ min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number }, wish: number): number {
  return Math.min(max, Math.max(min, wish))
}

/** A letter was written and an event reported before it is told of; what is wished lies ahead. */
const isPast = (label: string) => /surat|kejadian|terima|selesai|mulai|unggah/i.test(label)

const fileName = (label: string) =>
  label
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .slice(0, 60)

const daysAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
