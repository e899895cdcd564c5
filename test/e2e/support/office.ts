import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import pg from 'pg'

export type Hire = {
  name: string
  email?: string
  operator?: boolean
  positions?: readonly { agency: string; position: string; kind?: 'definitive' | 'plt' | 'plh' }[]
  rights?: readonly { agency: string; right: 'author' | 'approver' | 'signatory' | 'administrator' | 'auditor' }[]
}

/** What tests do to the database behind the server's back; the server itself has no door for it. */
export type Office = {
  /** A person with positions held from long ago and grants; answers the id. The same name is the same person. */
  hire(person: Hire): Promise<string>
  /** Signs the browser in as a person of that name, by a session in the database. */
  signInAs(page: Page, personName: string): Promise<void>
  signOut(page: Page): Promise<void>
  query<T extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<T[]>
  close(): Promise<void>
}

const cookie = 'baku_session'
const longAgo = '2020-01-01T00:00:00Z'

export function officeOf(databaseUrl: string, origin: string): Office {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  const query: Office['query'] = async (text, values = []) => (await pool.query(text, [...values])).rows

  async function hire({ name, email, operator = false, positions = [], rights = [] }: Hire): Promise<string> {
    const [known] = await query<{ id: string }>('select id from people where name = $1', [name])
    const id = known?.id ?? randomUUID()
    if (!known) {
      const address = email ?? `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.test`
      await query('insert into people (id, name, email, operator) values ($1, $2, $3, $4)', [id, name, address, operator])
    }
    for (const { agency, position, kind = 'definitive' } of positions) {
      const until = kind === 'definitive' ? null : '2099-01-01T00:00:00Z'
      await query(
        'insert into holders (agency_id, id, position_id, person_id, kind, "from", until) values ($1, $2, $3, $4, $5, $6, $7)',
        [agency, randomUUID(), position, id, kind, longAgo, until],
      )
    }
    for (const { agency, right } of rights) {
      await query('insert into grants (agency_id, person_id, "right") values ($1, $2, $3) on conflict do nothing', [
        agency,
        id,
        right,
      ])
    }
    return id
  }

  return {
    hire,
    query,
    async signInAs(page, personName) {
      const [person, ...others] = await query<{ id: string }>('select id from people where name = $1', [personName])
      if (!person || others.length > 0)
        throw new Error(`${others.length > 0 ? 'more than one' : 'no'} person is called ${personName}`)
      const token = randomBytes(32).toString('base64url')
      const hash = createHash('sha256').update(token).digest('hex')
      await query(`insert into sessions (token_hash, person_id, expires_at) values ($1, $2, now() + interval '1 hour')`, [
        hash,
        person.id,
      ])
      await page.context().addCookies([{ name: cookie, value: token, url: origin, httpOnly: true, sameSite: 'Lax' }])
    },
    async signOut(page) {
      await page.context().clearCookies({ name: cookie })
    },
    close: () => pool.end(),
  }
}
