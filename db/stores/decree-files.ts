import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'

export type DecreeFileKind = 'paper' | 'scan' | 'signed-elsewhere' | 'provider'
export type DecreeFile = {
  number: number
  kind: DecreeFileKind
  sha256: string
  bytes: number
  mediaType: string
  /** As the reader of signatures answered; null where there was nothing to read. */
  signatures: unknown
  holdsPaper: boolean | null
  provider: string | null
  by: string | null
  byName: string
  at: number
}
export type DecreeKey = { agencyId: string; decreeId: string }

const columns = `number, kind, sha256, bytes, media_type as "mediaType", signatures, holds_paper as "holdsPaper", provider, by,
  by_name as "byName", ${ms('at')} as at`

/** The newest first; a decree has few. */
export const listDecreeFiles = (db: Db, { agencyId, decreeId }: DecreeKey) =>
  rows<DecreeFile>(
    db,
    `select ${columns} from decree_files where agency_id = $1 and decree_id = $2::uuid order by number desc limit 100`,
    [agencyId, decreeId],
    'decree_files',
  )

/** What stands as the signed paper of a decree: the last that came. */
export async function readSignedPaper(db: Db, { agencyId, decreeId }: DecreeKey): Promise<DecreeFile | null> {
  const text = `select ${columns} from decree_files where agency_id = $1 and decree_id = $2::uuid and kind <> 'paper'
    order by number desc limit 1`
  const [found] = await rows<DecreeFile>(db, text, [agencyId, decreeId], 'decree_signed_paper')
  return found ?? null
}

export async function readFrozenPaper(db: Db, { agencyId, decreeId }: DecreeKey): Promise<DecreeFile | null> {
  const text = `select ${columns} from decree_files where agency_id = $1 and decree_id = $2::uuid and kind = 'paper'`
  const [found] = await rows<DecreeFile>(db, text, [agencyId, decreeId], 'decree_frozen_paper')
  return found ?? null
}

/** Who else brings a file to this decree waits until this transaction ends. */
export async function lockDecreeFiles(tx: Db, { agencyId, decreeId }: DecreeKey): Promise<void> {
  await rows(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 7262015))', [`${agencyId}/${decreeId}`])
}

/** Answers the number that it got. Takes the transaction that holds the lock. */
export async function addDecreeFile(tx: Db, key: DecreeKey, file: Omit<DecreeFile, 'number'>): Promise<number> {
  const [added] = await rows<{ number: number }>(
    tx,
    `insert into decree_files (agency_id, decree_id, number, kind, sha256, bytes, media_type, signatures, holds_paper, provider,
       by, by_name, at)
     select $1, $2::uuid, coalesce(max(number), 0) + 1, $3, $4, $5::int, $6, $7::jsonb, $8::boolean, $9, $10::uuid, $11,
       to_timestamp($12::float8 / 1000)
     from decree_files where agency_id = $1 and decree_id = $2::uuid
     returning number`,
    [
      key.agencyId,
      key.decreeId,
      file.kind,
      file.sha256,
      file.bytes,
      file.mediaType,
      file.signatures === null ? null : JSON.stringify(file.signatures),
      file.holdsPaper,
      file.provider,
      file.by,
      file.byName,
      file.at,
    ],
  )
  if (!added) throw new Error('an insert that returns nothing')
  return added.number
}

export type SignedDecree = {
  agencyName: string
  number: string
  about: string
  signedOn: string
  signatory: { personId?: string; name?: string; nip?: string | null; title?: string }
  items: { slug: string; version: number; title: string }[]
  /** Its words were kept when it was signed. */
  hasText: boolean
}

/** The decree as its signing needs it. */
export async function readSignedDecree(db: Db, { agencyId, decreeId }: DecreeKey): Promise<SignedDecree | null> {
  const text = `
    select a.name as "agencyName", d.number, d.about, d.signed_on::text as "signedOn", d.signatory, d.text is not null as "hasText",
      coalesce((
        select json_agg(json_build_object('slug', i.slug, 'version', i.version, 'title', s.title) order by i.place, i.version)
        from decree_items i join standards s on s.agency_id = i.agency_id and s.slug = i.slug
        where i.agency_id = d.agency_id and i.decree_id = d.id), '[]') as items
    from decrees d join agencies a on a.id = d.agency_id
    where d.agency_id = $1 and d.id = $2::uuid`
  const [found] = await rows<SignedDecree>(db, text, [agencyId, decreeId], 'decree_to_sign')
  return found ?? null
}

/** The name under which a signed paper stands among the prints: it is known again, and was not made here. */
export const signedPaperName = 'naskah-ttd'

/** Of these digests, those of files that were made here as papers of the decree. */
export async function printsOfDecree(db: Db, { agencyId, decreeId }: DecreeKey, digests: readonly string[]): Promise<string[]> {
  const text = `select p.sha256 from paper_prints p
    join decree_items i on i.agency_id = p.agency_id and i.slug = p.slug and i.version = p.version
    where i.agency_id = $1 and i.decree_id = $2::uuid and p.sha256 = any($3::text[]) and p.paper <> '${signedPaperName}'
    union select sha256 from act_prints where agency_id = $1 and decree_id = $2::uuid and sha256 = any($3::text[]) limit 1`
  return (await rows<{ sha256: string }>(db, text, [agencyId, decreeId, digests], 'decree_prints')).map(({ sha256 }) => sha256)
}
