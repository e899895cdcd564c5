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
export const tellPeople = (tx: Db, key: VersionKey, people: readonly string[], word: Word) =>
  tell(tx, key, 'person', people, word)

/** Tells whoever sits in a position. */
export const tellPositions = (tx: Db, key: VersionKey, positions: readonly string[], word: Word) =>
  tell(tx, key, 'position', positions, word)

async function tell(tx: Db, key: VersionKey, whom: 'person' | 'position', ids: readonly string[], word: Word) {
  if (ids.length === 0) return
  const { agencyId, slug, number } = key
  const column = whom === 'person' ? 'person_id' : 'position_id'
  await rows(
    tx,
    `insert into notices (agency_id, id, at, kind, slug, number, ${column}, detail)
     select $1, gen_random_uuid(), to_timestamp($2::float8 / 1000), $3, $4, $5::int, told, $6::jsonb
     from unnest($7::${whom === 'person' ? 'uuid' : 'text'}[]) as told`,
    [agencyId, word.at, word.kind, slug, number, JSON.stringify(word.detail ?? {}), ids],
    `tell_${whom}`,
  )
}
