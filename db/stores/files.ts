import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'

export type NewFile = {
  agencyId: string
  id: string
  sha256: string
  bytes: number
  mediaType: string
  name: string
  uploadedBy: string | null
  uploadKeyHash: string | null
}
export type FileRow = NewFile & { instanceId: string | null; at: number }

export async function insertFile(db: Db, file: NewFile, now: number): Promise<void> {
  await rows(
    db,
    `insert into files (agency_id, id, sha256, bytes, media_type, name, uploaded_by, upload_key_hash, at)
     values ($1, $2::uuid, $3, $4::bigint, $5, $6, $7::uuid, $8, to_timestamp($9::float8 / 1000))`,
    [file.agencyId, file.id, file.sha256, file.bytes, file.mediaType, file.name, file.uploadedBy, file.uploadKeyHash, now],
  )
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Of these ids, those that the owner may send with a step of the instance: own unsent files, and the instance's own. */
export async function usableFiles(
  db: Db,
  where: { agencyId: string; instanceId: string },
  ids: readonly string[],
  owner: { personId: string | null; keyHashes: readonly string[] },
): Promise<string[]> {
  const wellFormed = ids.filter((id) => uuid.test(id))
  if (wellFormed.length === 0) return []
  const found = await rows<{ id: string }>(
    db,
    `select id from files where agency_id = $1 and id = any($2::uuid[]) and (instance_id = $3::uuid
       or instance_id is null and (uploaded_by = $4::uuid or upload_key_hash = any($5::text[])))`,
    [where.agencyId, wellFormed, where.instanceId, owner.personId, owner.keyHashes],
    'usable_files',
  )
  return found.map(({ id }) => id)
}

const columns = `f.agency_id as "agencyId", f.id, f.sha256, f.bytes::float8 as bytes, f.media_type as "mediaType", f.name,
  f.uploaded_by as "uploadedBy", f.upload_key_hash as "uploadKeyHash", f.instance_id as "instanceId", ${ms('f.at')} as at`

export async function findFile(db: Db, agencyId: string, id: string): Promise<FileRow | null> {
  const [found] = await rows<FileRow>(
    db,
    `select ${columns} from files f where f.agency_id = $1 and f.id = $2::uuid`,
    [agencyId, id],
    'find_file',
  )
  return found ?? null
}

/** The files of one instance, oldest first, with those `named` that another one handed over to it. */
export const filesOf = (db: Db, agencyId: string, instanceId: string, named: readonly string[]) =>
  rows<FileRow>(
    db,
    `select ${columns} from files f
     where f.agency_id = $1 and (f.instance_id = $2::uuid or f.id = any($3::uuid[])) order by f.at, f.id limit 500`,
    [agencyId, instanceId, named.filter((id) => uuid.test(id))],
    'files_of_instance',
  )
