import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

/**
 * Takes away the right to files that came before `before` and were never sent: from then on they belong to nobody. What
 * a person keeps in the draft of a task stays. `at` becomes the instant of giving up.
 */
export async function giveUpUnsent(db: Db, before: number, now: number, most: number): Promise<number> {
  const found = await rows(
    db,
    `update files f set uploaded_by = null, upload_key_hash = null, at = to_timestamp($2::float8 / 1000)
     from (
       select agency_id, id from files u
       where u.instance_id is null and (u.uploaded_by is not null or u.upload_key_hash is not null)
         and u.at < to_timestamp($1::float8 / 1000)
         and not exists (
           select 1 from task_drafts d
           where d.agency_id = u.agency_id and d.person_id = u.uploaded_by and position(u.id::text in d.values::text) > 0)
       limit $3::int for update skip locked) as unsent
     where f.agency_id = unsent.agency_id and f.id = unsent.id
     returning 1`,
    [before, now, most],
    'give_up_unsent_files',
  )
  return found.length
}

/** Deletes the rows of files given up before `before`; answers the digests they named. */
export async function deleteGivenUp(db: Db, before: number, most: number): Promise<string[]> {
  const found = await rows<{ sha256: string }>(
    db,
    `delete from files f using (
       select agency_id, id from files u
       where u.instance_id is null and u.uploaded_by is null and u.upload_key_hash is null
         and u.at < to_timestamp($1::float8 / 1000)
       limit $2::int for update skip locked) as given_up
     where f.agency_id = given_up.agency_id and f.id = given_up.id
     returning f.sha256`,
    [before, most],
    'delete_given_up_files',
  )
  return found.map(({ sha256 }) => sha256)
}

/** Whether any row still names these bytes. */
export async function isNamed(db: Db, sha256: string): Promise<boolean> {
  const text = `select 1 from files where sha256 = $1 union all select 1 from decree_files where sha256 = $1 limit 1`
  const found = await rows(db, text, [sha256], 'file_bytes_named')
  return found.length > 0
}
