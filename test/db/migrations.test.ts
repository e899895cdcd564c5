import { randomUUID } from 'node:crypto'
import { expect, inject, it } from 'vitest'
import { type Opened, openDatabase } from '#db/connection.ts'
import { isMigrated, migrateDatabase } from '#db/migrate.ts'
import { freshDatabase, isEmbedded } from '#test/support/postgres.ts'
import { statement } from '#test/support/postgres-server.ts'

async function emptyDatabase(): Promise<string> {
  const name = `m_${randomUUID().replaceAll('-', '')}`
  await statement(inject('postgres'), `create database ${name}`)
  return Object.assign(new URL(inject('postgres')), { pathname: `/${name}` }).href
}

async function withAll<T>(opened: Opened[], run: () => Promise<T>): Promise<T> {
  return run().finally(() => Promise.all(opened.map((one) => one.close())))
}

it('does nothing the second time', async () => {
  const opened = await freshDatabase()
  expect(await migrateDatabase(opened)).toEqual([])
  expect(await isMigrated(opened.execute)).toBe(true)
})

it('refuses a database that a newer program has migrated', async () => {
  const opened = await freshDatabase()
  await opened.execute(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)`)
  await expect(migrateDatabase(opened)).rejects.toMatchObject({ code: 'database-newer' })
  expect(await isMigrated(opened.execute)).toBe(false)
})

it.skipIf(isEmbedded())('is done once by six programs that start together on an empty database', async () => {
  const url = await emptyDatabase()
  const programs = await Promise.all(Array.from({ length: 6 }, () => openDatabase({ url, dataDir: '' })))
  await withAll(programs, async () => {
    const applied = await Promise.all(programs.map((program) => migrateDatabase(program)))
    expect(applied.filter((tags) => tags.length > 0)).toHaveLength(1)
    expect(await isMigrated((programs[0] as Opened).execute)).toBe(true)
  })
})

it.skipIf(isEmbedded())('names what is wrong with an address', async () => {
  const opening = (change: Partial<URL>) =>
    openDatabase({ url: Object.assign(new URL(inject('postgres')), change).href, dataDir: '' })
  await expect(opening({ pathname: '/nowhere' })).rejects.toMatchObject({
    code: 'database-missing',
    data: { database: 'nowhere' },
  })
  await expect(opening({ port: '4199' })).rejects.toMatchObject({ code: 'database-unreachable', data: { port: '4199' } })
  await expect(opening({ username: 'nobody' })).rejects.toMatchObject({ code: 'database-auth', data: { user: 'nobody' } })
  await expect(openDatabase({ url: 'not an address', dataDir: '' })).rejects.toMatchObject({ code: 'database-unreachable' })
})
