import { paperCode } from '#app/use-cases/public/paper-code.ts'
import { digestOf } from '#db/canonical-digest.ts'
import type { Office } from './office.ts'
import { layUnderWay } from './under-way.ts'

const agency = 'dinkominfo-purbalingga'
const staffed = { agency: 'diskominfo-serdang-bedagai', slug: 'informasi-di-media-sosial' }

/** Things of the demonstration that have pages, and the names of those who may see them. */
export type DemoOffice = Awaited<ReturnType<typeof lookAround>>

/** Finds them; what the demonstration has none of (a draft, a review, known tickets and links) is laid beside. */
export async function lookAround(office: Office, databaseUrl: string) {
  const one = async (text: string, ...values: readonly unknown[]): Promise<string> => {
    const [row] = await office.query<{ found: string }>(text, values)
    if (!row) throw new Error(`the demonstration has nothing for: ${text}`)
    return row.found
  }
  const holderOf = (right: string) =>
    one(
      `select name as found from grants join people on id = person_id where agency_id = $1 and "right" = $2 order by name limit 1`,
      agency,
      right,
    )
  const [author, approver, signatory, administrator, auditor] = [
    await holderOf('author'),
    await holderOf('approver'),
    await holderOf('signatory'),
    await holderOf('administrator'),
    await holderOf('auditor'),
  ]
  const standard = { draft: 'pembuatan-konten-media-sosial', review: 'penanganan-pengaduan', approved: 'liputan-kegiatan' }
  await writeNext(office, standard.draft, 'draft', author)
  await writeNext(office, standard.review, 'in-review', author)
  const task = await openTask(office)
  return {
    agency,
    standard,
    staffed,
    task,
    people: {
      ...{ author, approver, signatory, administrator, auditor },
      operator: await one('select name as found from people where operator limit 1'),
      starter: await one(
        `select p.name as found from tasks t join instances i on i.agency_id = t.agency_id and i.id = t.instance_id
         join people p on p.id = t.completed_by where i.agency_id = $1 and i.slug = $2 order by t.closed_at limit 1`,
        staffed.agency,
        staffed.slug,
      ),
    },
    decree: await one('select id as found from decrees where agency_id = $1 order by created_at limit 1', agency),
    person: await one('select id as found from people where name = $1', approver),
    code: await codeOf(office, standard.approved),
    ticket: await ticketOf(office),
    invitation: await invitationOf(office),
    /** A request in two branches, of which one waits for a letter. */
    underWay: await layUnderWay(databaseUrl),
  }
}

/** The next version of a standard, being written. */
async function writeNext(office: Office, slug: string, status: 'draft' | 'in-review', author: string) {
  await office.query(
    `insert into versions (agency_id, slug, number, status, body, digest, based_on, author_id, updated_by, submitted_at)
     select v.agency_id, v.slug, v.number + 1, $3, v.body, v.digest, v.number, p.id, p.id, case when $3 = 'in-review' then now() end
     from versions v, people p where v.agency_id = $1 and v.slug = $2 and v.status = 'published' and p.name = $4
     on conflict do nothing`,
    [agency, slug, status, author],
  )
}

/** A step that waits for somebody, and who that is. */
async function openTask(office: Office) {
  const [task] = await office.query<{ id: string; instance: string; person: string }>(
    `select t.id, t.instance_id as instance, p.name as person from tasks t
     join task_candidates c on c.agency_id = t.agency_id and c.task_id = t.id
     join holders h on h.agency_id = c.agency_id and h.position_id = c.position_id join people p on p.id = h.person_id
     where t.status = 'open' and t.agency_id = $1 order by t.opened_at, p.name limit 1`,
    [agency],
  )
  if (!task) throw new Error('nothing waits for anybody in the demonstration')
  return task
}

/** The code on the papers of the first version. */
async function codeOf(office: Office, slug: string): Promise<string> {
  const [version] = await office.query<{ digest: string }>(
    'select digest from versions where agency_id = $1 and slug = $2 and number = 1',
    [agency, slug],
  )
  return paperCode({ agencyId: agency, slug, version: 1, digest: version?.digest ?? '' })
}

/** Tickets are kept as hashes only, so one request that waits for its applicant is given a known one. */
async function ticketOf(office: Office): Promise<string> {
  const ticket = 'AAAAA-BBBBB-CCCCC-DDDDD'
  const known = await office.query('select 1 from instances where ticket_hash = $1', [digestOf(`ticket ${ticket}`)])
  if (known.length === 0) {
    // No request ever changes its ticket, so this goes round what holds that.
    await office.query(
      `begin; set local session_replication_role = replica;
       update instances i set ticket_hash = '${digestOf(`ticket ${ticket}`)}'
       from tasks t join task_candidates c on c.agency_id = t.agency_id and c.task_id = t.id
       where t.agency_id = i.agency_id and t.instance_id = i.id and t.status = 'open' and c.applicant and i.agency_id = '${agency}';
       commit`,
    )
  }
  return ticket
}

async function invitationOf(office: Office): Promise<string> {
  const token = 'an-invitation-for-the-test'
  await office.query(
    `insert into invitations (token_hash, purpose, person_id, expires_at)
     select $1, 'invitation', id, now() + interval '1 day' from people where not operator order by name limit 1 on conflict do nothing`,
    [digestOf(token)],
  )
  return token
}
