import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

export type AnswerKey = { scope: string; key: string }
export type KeptAnswer = { requestHash: string; status: number | null; body: string | null }

/**
 * Takes a key for a request that is about to be done; a claim that nobody finished within `staleMs` is taken over.
 * @returns null when it is ours now, else what stands under the key
 */
export async function claimKey(
  db: Db,
  { scope, key }: AnswerKey,
  requestHash: string,
  now: number,
  staleMs: number,
): Promise<KeptAnswer | null> {
  const claimed = await rows<{ ours: number }>(
    db,
    `insert into idempotency as k (scope, key, request_hash, at) values ($1, $2, $3, to_timestamp($4::float8 / 1000))
     on conflict (scope, key) do update set request_hash = excluded.request_hash, at = excluded.at
       where k.status is null and k.at < excluded.at - $5::float8 * interval '1 millisecond'
     returning 1 as ours`,
    [scope, key, requestHash, now, staleMs],
    'claim_request_key',
  )
  if (claimed.length > 0) return null
  const text = 'select request_hash as "requestHash", status, body from idempotency where scope = $1 and key = $2'
  const [kept] = await rows<KeptAnswer>(db, text, [scope, key], 'kept_answer')
  return kept ?? { requestHash, status: null, body: null }
}

export async function keepAnswer(db: Db, { scope, key }: AnswerKey, status: number, body: string) {
  await rows(db, 'update idempotency set status = $3::int, body = $4 where scope = $1 and key = $2', [scope, key, status, body])
}

/** What was refused or failed may be asked again under the same key. */
export async function freeKey(db: Db, { scope, key }: AnswerKey) {
  await rows(db, 'delete from idempotency where scope = $1 and key = $2 and status is null', [scope, key])
}
