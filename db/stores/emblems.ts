import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

export type EmblemRow = { agencyId: string; sha256: string; mediaType: 'image/png' | 'image/jpeg'; bytes: Uint8Array }

/** An emblem that is there already stays as it is. */
export async function insertEmblem(db: Db, { agencyId, sha256, mediaType, bytes }: EmblemRow, now: number): Promise<void> {
  await rows(
    db,
    `insert into emblems (agency_id, sha256, media_type, bytes, added_at)
     values ($1, $2, $3, decode($4, 'base64'), to_timestamp($5::float8 / 1000)) on conflict do nothing`,
    [agencyId, sha256, mediaType, Buffer.from(bytes).toString('base64'), now],
  )
}

/** A picture by its hash (hex), whichever agency prints it. */
export async function readEmblemBytes(db: Db, sha256: string): Promise<Pick<EmblemRow, 'mediaType' | 'bytes'> | null> {
  const [row] = await rows<Pick<EmblemRow, 'mediaType' | 'bytes'>>(
    db,
    `select media_type as "mediaType", bytes from emblems where sha256 = $1 limit 1`,
    [sha256],
  )
  return row ?? null
}
