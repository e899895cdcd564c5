import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { verifyChain } from '#db/chain.ts'
import { loadDefinitions } from '#db/load-definitions.ts'
import { standards, versions } from '#db/schema.ts'
import { canonicalJson, type OutcomeId, parseDefinition } from '#engine'
import { anOffice } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'

it('fills an empty database once with all that is shipped, however many programs start', async () => {
  const opened = await freshDatabase()
  const loads = opened.kind === 'postgres' ? 4 : 1
  const answers = await Promise.all(Array.from({ length: loads }, () => loadDefinitions(opened)))
  expect(answers.filter(({ agencies }) => agencies > 0)).toHaveLength(1)
  expect(await loadDefinitions(opened)).toEqual({ agencies: 0, standards: 0 })

  const versions = await opened.execute<{ body: string; digest: string; status: string; decree: string | null }>(
    'select body, digest, status, decree_id as decree from versions',
  )
  expect(versions.length).toBe(answers.find(({ standards }) => standards > 0)?.standards)
  for (const { body, digest, status, decree } of versions) {
    expect(digestOf(body)).toBe(digest)
    expect(parseDefinition(JSON.parse(body)).ok).toBe(true)
    expect(decree !== null).toBe(status === 'published')
  }
})

it('lets the public’s words find a standard in any of their forms', async () => {
  const opened = await freshDatabase()
  await loadDefinitions(opened)
  const found = (words: string) =>
    opened.execute(`select slug from standards where search @@ websearch_to_tsquery('indonesian', $1)`, [words])
  expect(await found('pengaduan')).not.toHaveLength(0)
  expect(await found('mengadukan')).toEqual(await found('pengaduan'))
  expect(await found('kapal selam')).toHaveLength(0)
})

it('runs a version of an older schema, and keeps its bytes and digest', async () => {
  const opened = await freshDatabase()
  const office = await anOffice(opened, ['clerk', 'head'])
  const { agencyId, ports } = office
  const older = JSON.parse(readFileSync(new URL('../definitions/upgrades/1.json', import.meta.url), 'utf8')) as unknown
  const body = canonicalJson(older)
  await opened.db.insert(standards).values({ agencyId, slug: 'liputan', title: 'Liputan contoh' })
  await opened.db
    .insert(versions)
    .values({ agencyId, slug: 'liputan', number: 1, status: 'published', body, digest: digestOf(body) })
  const rina = await office.hire('Rina', ['clerk'])
  const head = await office.hire('Kepala', ['head'])

  const begin = { outcome: 'submit' as OutcomeId, data: { title: 'Pelantikan' } }
  const started = await startInstance({ visitor: { kind: 'anonymous' }, agencyId, slug: 'liputan', submission: begin }, ports)
  if (!started.ok) throw new Error(started.refusal.code)
  const openTask = async () => (await opened.execute<{ id: string }>(`select id from tasks where status = 'open'`))[0]?.id ?? ''
  const write = { outcome: 'submit' as OutcomeId, data: { draft: 'Naskah' } }
  expect(await completeTask({ visitor: rina, agencyId, taskId: await openTask(), submission: write }, ports)).toMatchObject({
    ok: true,
  })
  const accept = { outcome: 'accept' as OutcomeId, data: {} }
  expect(await completeTask({ visitor: head, agencyId, taskId: await openTask(), submission: accept }, ports)).toMatchObject({
    ok: true,
  })

  const [kept] = await opened.execute<{ body: string; digest: string; ran: string; status: string }>(
    `select v.body, v.digest, i.digest as ran, i.status from versions v
     join instances i on i.agency_id = v.agency_id and i.slug = v.slug and i.version = v.number where v.slug = 'liputan'`,
  )
  expect(kept).toEqual({ body, digest: digestOf(body), ran: digestOf(body), status: 'completed' })
  expect(await verifyChain(opened)).toMatchObject({ ok: true })
})
