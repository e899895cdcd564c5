import type { Db } from '#db/connection.ts'
import { ms, rows } from '#db/rows.ts'
import type { DecreeAct } from '#engine/decree/act.ts'
import type { DecreeStatus } from './public-read.ts'

/** A decree as whoever holds a paper of its own asks after it. */
export type CheckedAct = {
  agencyId: string
  agencyName: string
  id: string
  number: string
  act: DecreeAct
  about: string
  signedOn: string
  effectiveOn: string
  status: DecreeStatus
}

const columns = `d.agency_id as "agencyId", a.name as "agencyName", d.id, d.number, d.act, d.about, d.signed_on::text as "signedOn",
  d.effective_on::text as "effectiveOn", d.status`

/** Written as the index `decrees_seal` has it, which then answers. */
const sealOf = `substr(encode(sha256(('sk/' || d.agency_id || '/' || d.id::text)::bytea), 'hex'), 1, 20)`

/** The decree whose seal it is. */
export async function readSealedAct(db: Db, seal: string): Promise<CheckedAct | null> {
  const text = `select ${columns} from decrees d join agencies a on a.id = d.agency_id where ${sealOf} = $1`
  const [found] = await rows<CheckedAct>(db, text, [seal], 'check-act-seal')
  return found ?? null
}

/** `signed`: a signed paper that was kept, and not one that was made here. `standards`: how many the decree sets. */
export type FoundActPrint = CheckedAct & { madeAt: number; signed: boolean; standards: number }

/** The decree whose own paper these very bytes are. */
export async function readActPrint(db: Db, sha256: string): Promise<FoundActPrint | null> {
  const text = `select ${columns}, ${ms('p.at')} as "madeAt", p.signed, (select count(distinct i.place) from decree_items i
      where i.agency_id = d.agency_id and i.decree_id = d.id)::int as standards
    from (
      select agency_id, decree_id, made_at as at, false as signed from act_prints where sha256 = $1
      union all
      select agency_id, decree_id, at, true from decree_files where sha256 = $1 and kind <> 'paper'
    ) p join decrees d on d.agency_id = p.agency_id and d.id = p.decree_id join agencies a on a.id = d.agency_id
    order by p.at limit 1`
  const [found] = await rows<FoundActPrint>(db, text, [sha256], 'check-act-print')
  return found ?? null
}

type Print = { agencyId: string; decreeId: string; sha256: string; madeAt: number }

/** Writes down that a decree's own paper with these bytes was made; once is enough. */
export async function addActPrint(db: Db, { agencyId, decreeId, sha256, madeAt }: Print): Promise<void> {
  const text = `insert into act_prints (agency_id, decree_id, sha256, made_at)
    values ($1, $2::uuid, $3, to_timestamp($4::float8 / 1000)) on conflict do nothing`
  await rows(db, text, [agencyId, decreeId, sha256, madeAt], 'add-act-print')
}
