import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { filesOnDisk } from '#app/files-store.server.ts'
import { limits } from '#app/limits.ts'
import type { Ports } from '#app/ports.ts'
import { sweepFiles } from '#app/use-cases/files/sweep-files.server.ts'
import { sweepRecords } from '#app/use-cases/files/sweep-records.server.ts'
import { uploadFile } from '#app/use-cases/files/upload-file.server.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office
let ports: Ports
let folder: string
let clerk: Visitor
const now = Date.now()
const day = 86_400_000

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk'])
  office.setClock(now)
  folder = await mkdtemp(join(tmpdir(), 'baku-sweeping-'))
  ports = { ...office.ports, files: filesOnDisk(folder) }
  clerk = await office.hire('Rina', ['clerk'])
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function* text(words: string) {
  yield new TextEncoder().encode(words)
}
const send = (words: string) =>
  uploadFile({ visitor: clerk, agencyId: office.agencyId, name: 'surat.pdf', stream: text(words) }, ports)
const onDisk = async () => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).map(({ name }) => name)
}

it('leaves nothing of a file on the disk that is empty or of no kind that is taken', async () => {
  expect(await send('MZ\u0000\u0001 bukan surat')).toMatchObject({
    refusal: { code: 'invalid', errors: [{ code: 'file-kind' }] },
  })
  expect(await send('')).toMatchObject({ refusal: { code: 'invalid', errors: [{ code: 'file-empty' }] } })
  expect(await onDisk()).toEqual([])
  expect((await send('%PDF-1.7 surat')).ok).toBe(true)
  expect(await onDisk()).toHaveLength(1)
})

it('clears what broke off while it came after a day, and nothing that is still coming', async () => {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true })
  for (const [name, age] of [
    ['lama', 25],
    ['baru', 1],
  ] as const) {
    await writeFile(join(incoming, name), 'sebagian')
    await utimes(join(incoming, name), (now - age * 3_600_000) / 1000, (now - age * 3_600_000) / 1000)
  }
  await sweepFiles(ports)
  expect(await readdir(incoming)).toEqual(['baru'])
  expect((await stat(join(incoming, 'baru'))).size).toBe(8)
})

it('takes so many files an hour from one person and then asks them to wait', async () => {
  await opened.execute('update rate_limits set count = $1::int', [limits.personFiles.max])
  expect(await send('%PDF-1.7 lagi')).toMatchObject({ refusal: { code: 'rate-limited' } })
})

it('sweeps kept answers after seven days, ended sessions and windows that are over', async () => {
  const ago = (ms: number) => new Date(now - ms).toISOString()
  for (const [key, age] of [
    ['lama', 8],
    ['baru', 6],
  ] as const)
    await opened.execute('insert into idempotency (scope, key, request_hash, at) values ($1, $2, $3, $4::timestamptz)', [
      'x',
      key,
      'h',
      ago(age * day),
    ])
  const personId = clerk.kind === 'person' ? clerk.person.id : 'none'
  for (const [token, ends] of [
    ['habis', 1],
    ['hidup', -1],
  ] as const)
    await opened.execute('insert into sessions (token_hash, person_id, expires_at) values ($1, $2::uuid, $3::timestamptz)', [
      token,
      personId,
      ago(ends * day),
    ])
  await opened.execute('delete from rate_limits')
  for (const [key, age] of [
    ['lama', 2],
    ['baru', 0.5],
  ] as const)
    await opened.execute('insert into rate_limits (key, window_start, count) values ($1, $2::timestamptz, 1)', [
      key,
      ago(age * day),
    ])
  expect(await sweepRecords(ports)).toBe(3)
  const left = async (text: string) => (await opened.execute<{ k: string }>(text)).map(({ k }) => k)
  expect(await left('select key as k from idempotency')).toEqual(['baru'])
  expect(await left('select token_hash as k from sessions')).toEqual(['hidup'])
  expect(await left('select key as k from rate_limits')).toEqual(['baru'])
})
