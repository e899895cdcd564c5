import type { Translate } from '#app/i18n/translator.ts'
import { type Definition, type Field, maxLengthOf } from '#engine'

type Office = { positions: readonly { id: string }[]; lanes: Definition['flow']['lanes'] }
const fileIds = Array.from({ length: 20 }, (_, index) => `contoh-${index + 1}`)

/** The files that examples hold, as many as any field may ask for. */
export const exampleFiles = (t: Translate) =>
  fileIds.map((id, index) => ({ id, name: t('builder.example.file', { number: index + 1 }), bytes: 184_320 }))

/** An answer to every field that can be answered, each within its own limits: what the preview is filled with. */
export function exampleAnswers(fields: readonly Field[], office: Office, t: Translate): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const answer = exampleAnswer(field, office, t)
      return answer === undefined ? [] : [[field.id, answer]]
    }),
  )
}

function exampleAnswer(field: Field, office: Office, t: Translate): unknown {
  switch (field.kind) {
    case 'text':
      return t('builder.example.text').slice(0, maxLengthOf(field))
    case 'longText':
      return t('builder.example.longText').slice(0, maxLengthOf(field))
    case 'regulation':
      return 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'.slice(0, maxLengthOf(field))
    case 'number':
      return within(12, field.min, field.max)
    case 'rupiah':
      return Math.ceil(within(150_000, Math.max(0, field.min ?? 0), field.max))
    case 'date':
      return '2026-03-02'
    case 'time':
      return '09:30'
    case 'dateTime':
      return '2026-03-02T09:30'
    case 'choice':
      return field.options[0]?.id
    case 'choices':
      return field.options.slice(0, Math.max(1, field.min ?? 0)).map(({ id }) => id)
    case 'yesNo':
      return true
    case 'file':
      return fileIds.slice(0, Math.max(1, field.min ?? 0))
    case 'letterNumber':
      return '470/123/2026'
    case 'nik':
      return '3303014101900001'
    case 'nip':
      return '199001012015032001'
    case 'phone':
      return '081234567890'
    case 'email':
      return 'warga@contoh.id'
    case 'link':
      return 'https://contoh.go.id/surat'
    case 'position':
      return positionOf(field, office)
    case 'group': {
      const row = exampleAnswers(field.fields, office, t)
      return Array.from({ length: Math.min(field.max, Math.max(1, field.min ?? 0)) }, () => row)
    }
    case 'note':
      return undefined
  }
}

const within = (wished: number, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY) =>
  Math.max(min, Math.min(max, wished))

function positionOf(field: Extract<Field, { kind: 'position' }>, { positions, lanes }: Office): string | undefined {
  const lane = lanes.find(({ id }) => id === field.lane)
  return lane ? lane.positions[0] : positions[0]?.id
}
