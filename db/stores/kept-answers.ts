import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

export type AnswerKey = { scope: string; key: string }
export type KeptAnswer = { requestHash: string; status: number | null; body: string | null }

/**
 * Takes a key within the transaction that does what is asked; waits for another that has taken the same one.
 * @returns null when it is ours now, else what stands under the key
 */
export async function claimKey(tx: Db, { scope, key }: AnswerKey, requestHash: string, now: number): Promise<KeptAnswer | null> {
  const claimed = await rows<{ ours: number }>(
    tx,
    `insert into idempotency as k (scope, key, request_hash, at) values ($1, $2, $3, to_timestamp($4::float8 / 1000))
     on conflict (scope, key) do update set request_hash = excluded.request_hash, at = excluded.at where k.status is null
     returning 1 as ours`,
    [scope, key, requestHash, now],
    'claim_request_key',
  )
  if (claimed.length > 0) return null
  const text = 'select request_hash as "requestHash", status, body from idempotency where scope = $1 and key = $2'
  const [kept] = await rows<KeptAnswer>(tx, text, [scope, key], 'kept_answer')
  return kept ?? { requestHash, status: null, body: null }
}

export async function keepAnswer(tx: Db, { scope, key }: AnswerKey, status: number, body: string) {
  await rows(tx, 'update idempotency set status = $3::int, body = $4 where scope = $1 and key = $2', [scope, key, status, body])
}
