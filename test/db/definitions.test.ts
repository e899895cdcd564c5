import { expect, it } from 'vitest'
import { digestOf } from '#db/canonical-digest.ts'
import { loadDefinitions } from '#db/load-definitions.ts'
import { parseDefinition } from '#engine'
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
