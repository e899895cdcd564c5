import { sql } from 'drizzle-orm'
import { startOfDay } from '#engine/calendar/civil.ts'
import type { Calendar } from '#engine/calendar/schema.ts'
import { numberKey } from '#engine/decree/number.ts'
import { canonicalJson } from '#engine/definition/canonical.ts'
import { searchWords } from '#engine/definition/search-words.ts'
import type { AgencyFile, ImportedDecree, StandardFile } from '#engine/definition/shipped.ts'
import { digestOf } from '../canonical-digest.ts'
import type { Db } from '../connection.ts'
import * as schema from '../schema.ts'

/** Puts one agency with its offices, registers, imported decrees and standards into the database. */
export async function importAgency(tx: Db, file: AgencyFile, calendar: Calendar, standards: readonly StandardFile[]) {
  const agencyId = file.id
  await tx.insert(schema.agencies).values({ id: agencyId, name: file.profile.name, profile: file.profile, timeZone: file.zone })
  await tx.insert(schema.calendars).values({ agencyId, body: calendar })
  await tx.insert(schema.positions).values(
    file.positions.map(({ id, title, unit, superior, signs }) => ({
      agencyId,
      id,
      title,
      unit: unit ?? null,
      superiorId: superior ?? null,
      signs,
    })),
  )
  if (file.series.length > 0) await tx.insert(schema.series).values(file.series.map((one) => ({ ...one, agencyId })))
  if (file.decrees.length > 0) {
    const counters = lastNumbers(agencyId, file.decrees)
    if (counters.length > 0) await tx.insert(schema.counters).values(counters)
    await tx.insert(schema.decrees).values(file.decrees.map((decree) => decreeRow(agencyId, decree)))
  }
  for (const standard of standards) await importStandard(tx, file, standard, placeOf(standard, standards))
}

/** The lampiran of a standard: as the files that name the same decree follow each other. */
const placeOf = ({ slug, decree }: StandardFile, all: readonly StandardFile[]) =>
  all.filter((one) => one.decree === decree).findIndex((one) => one.slug === slug) + 1

async function importStandard(tx: Db, agency: AgencyFile, standard: StandardFile, place: number) {
  const { slug, status, decree: decreeSlug, definition } = standard
  const agencyId = agency.id
  const body = canonicalJson(definition)
  const digest = digestOf(body)
  const decree = agency.decrees.find(({ id }) => id === decreeSlug)
  if (decreeSlug !== undefined && !decree)
    throw new Error(`${agencyId}/${slug} names the decree "${decreeSlug}", which is not there`)
  const decreeId = decree ? decreeIdOf(agencyId, decree) : null
  const search = sql`to_tsvector('indonesian', ${searchWords(definition)})`
  await tx.insert(schema.standards).values({ agencyId, slug, title: definition.identity.title, search })
  await tx.insert(schema.versions).values({
    agencyId,
    slug,
    number: 1,
    status,
    body,
    digest,
    decreeId,
    publishedAt: decree ? new Date(startOfDay(decree.effectiveOn, agency.zone)) : null,
  })
  await tx.insert(schema.versionActs).values({
    agencyId,
    id: uuidOf(`act ${agencyId}/${slug}/1`),
    slug,
    number: 1,
    act: status,
    digest,
  })
  if (decreeId) await tx.insert(schema.decreeItems).values({ agencyId, decreeId, slug, place, version: 1, digest })
}

const yearOf = ({ signedOn }: ImportedDecree) => Number(signedOn.slice(0, 4))
const decreeIdOf = (agencyId: string, { id }: ImportedDecree) => uuidOf(`decree ${agencyId}/${id}`)

function decreeRow(agencyId: string, decree: ImportedDecree): typeof schema.decrees.$inferInsert {
  const { origin, number, about, signedOn, effectiveOn, signatory } = decree
  return {
    agencyId,
    id: decreeIdOf(agencyId, decree),
    seriesId: decree.series ?? null,
    seq: decree.seq ?? null,
    year: yearOf(decree),
    numberKey: numberKey(number),
    origin,
    number,
    about,
    signedOn,
    effectiveOn,
    signatory,
  }
}

/** Counters that let each series go on after the highest number it is known to have given. */
function lastNumbers(agencyId: string, decrees: readonly ImportedDecree[]): (typeof schema.counters.$inferInsert)[] {
  const last = new Map<string, typeof schema.counters.$inferInsert>()
  for (const decree of decrees) {
    if (decree.series === undefined || decree.seq === undefined) continue
    const year = yearOf(decree)
    const key = `${decree.series}/${year}`
    const known = last.get(key)?.last ?? 0
    last.set(key, { agencyId, seriesId: decree.series, year, last: Math.max(known, decree.seq) })
  }
  return [...last.values()]
}

/** The same id on every first start, so that addresses of imported decrees are the same in every installation. */
function uuidOf(name: string): string {
  const hex = digestOf(name)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
