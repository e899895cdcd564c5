import { z } from 'zod'
import { Slug } from '#engine'
import { zoneOffsetMinutes } from '#engine/calendar/civil.ts'
import type { Instant } from '#engine/instant.ts'

/** Parts that several resources share. */
export const Id = z.guid()
export const Moment = z.iso.datetime({ offset: true })
export const CivilDay = z.iso.date()
export const Reason = z.string().trim().min(1).max(2000)
export const StandardPath = z.strictObject({ agency: Slug, slug: Slug })
export const IdPath = z.strictObject({ id: Id })
export const Empty = z.strictObject({})
/** `agency/slug`, as one text. */
export const StandardName = z
  .string()
  .max(170)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/)
export const Limit = z.coerce.number().int().min(1).max(100)
export const Cursor = z.string().max(100)
export const Digest = z.string().regex(/^[0-9a-f]{64}$/)

export const pageQuery = { limit: Limit.optional(), cursor: Cursor.optional() }
export const listOf = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), next: z.string().nullable() })

export function namesIn(standard: string): { agency: string; slug: string } {
  const [agency = '', slug = ''] = standard.split('/')
  return { agency, slug }
}

/** RFC 3339 in the agency's own time: `2026-03-02T08:00:00.000+07:00`. */
export function moment(at: Instant, zone: string): string {
  const offset = zoneOffsetMinutes(at, zone)
  const size = Math.abs(offset)
  const two = (n: number) => String(n).padStart(2, '0')
  const local = new Date(at + offset * 60_000).toISOString().slice(0, -1)
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

export const momentOrNull = (at: Instant | null, zone: string) => (at === null ? null : moment(at, zone))

/** A place in a list that is counted through. */
export const readOffset = (cursor: string | undefined): number => (/^o\d{1,6}$/.test(cursor ?? '') ? Number(cursor?.slice(1)) : 0)

/** One page of a list that is known from `offset` on. */
export function slice<T>(known: readonly T[], offset: number, limit: number): { items: readonly T[]; next: string | null } {
  const items = known.slice(offset, offset + limit)
  return { items, next: known.length > offset + limit ? `o${offset + limit}` : null }
}
