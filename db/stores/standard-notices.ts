import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'
import type { StandardNoticeKind } from './notice-rows.ts'

type VersionKey = { agencyId: string; slug: string; number: number }
type Word = {
  kind: StandardNoticeKind
  at: Instant
  /** Leads to the place: an id or a day, nobody's own words. */
  detail?: Readonly<Record<string, string>>
}

/** Tells people of something about a version of a standard. */
export async function tellPeople(tx: Db, { agencyId, slug, number }: VersionKey, people: readonly string[], word: Word) {
  if (people.length === 0) return
  await rows(
    tx,
    `insert into notices (agency_id, id, at, kind, slug, number, person_id, detail)
     select $1, gen_random_uuid(), to_timestamp($2::float8 / 1000), $3, $4, $5::int, person, $6::jsonb
     from unnest($7::uuid[]) as person`,
    [agencyId, word.at, word.kind, slug, number, JSON.stringify(word.detail ?? {}), people],
    'tell_people',
  )
}
