import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { databaseRolesCommand } from '#app/cli/database-roles.ts'
import { readSettings } from '#app/settings.ts'
import { type Opened, openDatabase } from '#db/connection.ts'
import { isMigrated } from '#db/migrate.ts'
import { ownsTheRecord } from '#db/privileges.ts'
import { sqlState } from '#db/rows.ts'
import { asRole, emptyDatabase, isEmbedded } from '#test/support/postgres.ts'
import { statement } from '#test/support/postgres-server.ts'

describe.skipIf(isEmbedded())('V17: the command that makes the role of the program', () => {
  let owner: string
  let program: string
  let role: string
  let said: string[]

  beforeEach(async () => {
    owner = await emptyDatabase()
    role = `baku's "role" ${randomUUID().slice(0, 8)}`
    program = Object.assign(new URL(asRole(owner, role)), { password: `it's \\ "secret"` }).href
    said = []
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0)
    }
  })
  afterEach(() => void vi.restoreAllMocks())

  const run = (environment: Record<string, string>) => databaseRolesCommand.runAlone(readSettings(environment))
  const asProgram = async <T>(use: (opened: Opened) => Promise<T>) => {
    const opened = await openDatabase({ url: program, dataDir: '' })
    return use(opened).finally(() => opened.close())
  }

  it('makes it, brings the database to this level, and gives it no more than the program needs', async () => {
    expect(await run({ DATABASE_URL: program, DATABASE_OWNER_URL: owner })).toBe(0)
    expect(said.join('')).toContain(role)
    expect(said.join('')).not.toContain('secret')
    await asProgram(async ({ execute }) => {
      expect(await isMigrated(execute)).toBe(true)
      expect(await ownsTheRecord(execute)).toBe(false)
      const deleted = execute('delete from people').then(
        () => 'done',
        (error: unknown) => sqlState(error),
      )
      expect(await deleted).toBe('42501')
    })
  })

  it('takes what was given beyond that, and may be run as often as one likes', async () => {
    const both = { DATABASE_URL: program, DATABASE_OWNER_URL: owner }
    expect(await run(both)).toBe(0)
    const name = `"${role.replaceAll('"', '""')}"`
    await statement(owner, `grant all on events to ${name}; revoke select on agencies from ${name}`)
    expect(await run(both)).toBe(0)
    const rights = `select has_table_privilege('events', 'delete') as "deletes", has_table_privilege('agencies', 'select') as "reads"`
    expect(await asProgram(({ execute }) => execute(rights))).toEqual([{ deletes: false, reads: true }])
  })

  it('says in one sentence what is missing, and does nothing', async () => {
    await expect(run({ DATABASE_URL: program })).rejects.toThrow('set both')
    expect(await run({ DATABASE_URL: owner, DATABASE_OWNER_URL: owner })).toBe(1)
    const plain = `plain_${randomUUID().slice(0, 8)}`
    await statement(inject('postgres'), `create role ${plain} login`)
    expect(await run({ DATABASE_URL: program, DATABASE_OWNER_URL: asRole(owner, plain) })).toBe(1)
    expect(said).toHaveLength(2)
    expect(said[0]).toContain('Name another role in DATABASE_URL')
    expect(said[1]).toContain('the owner may not make one')
  })
})
