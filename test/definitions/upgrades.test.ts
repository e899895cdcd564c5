import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { AgencyFile, canonicalJson, checkDefinition, parseDefinition } from '#engine'
import { currentSchemaVersion } from '#engine/definition/schema.ts'
import { upgrade } from '#engine/definition/upgrade.ts'
import { historyNames, readDefinition, readHistory } from '#test/histories/record.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => JSON.parse(readFileSync(root + path, 'utf8')) as Record<string, unknown>
const version = (number: number) => read(`test/definitions/upgrades/${number}.json`)
const versions = Array.from({ length: currentSchemaVersion }, (_, i) => i + 1)

describe('a definition of an older schema', () => {
  it.each(versions)('as version %i reads into the one of today', (number) => {
    expect(upgrade(version(number))).toEqual({ ok: true, raw: version(currentSchemaVersion) })
    const parsed = parseDefinition(version(number))
    expect(parsed).toEqual(parseDefinition(version(currentSchemaVersion)))
    expect(parsed.ok && checkDefinition(parsed.definition).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is left as it is by being read', () => {
    const before = canonicalJson(version(1))
    const raw = JSON.parse(before) as unknown
    parseDefinition(raw)
    expect(canonicalJson(raw)).toBe(before)
  })

  it.each(versions.slice(1))('differs from version %i, else it would show nothing', (number) => {
    expect(canonicalJson(version(number))).not.toBe(canonicalJson(version(number - 1)))
  })

  it('of a newer release is refused: what it says is not known here', () => {
    expect(parseDefinition({ ...version(currentSchemaVersion), schemaVersion: currentSchemaVersion + 1 })).toEqual({
      ok: false,
      errors: [{ path: 'schemaVersion', code: 'schema-version-newer', params: { version: currentSchemaVersion + 1 } }],
    })
  })
})

describe('every standard as release 0.1 shipped it', () => {
  const shipped = [...new Set(historyNames().map((name) => readHistory(name).definition))].filter((name) =>
    name.startsWith('v0.1'),
  )
  const agencies = readdirSync(`${root}definitions/agencies`).map((folder) =>
    AgencyFile.parse(read(`definitions/agencies/${folder}/agency.json`)),
  )

  it('is kept', () => expect(shipped).toHaveLength(5))

  it.each(shipped)('%s reads, and nothing in it keeps it from being set today', (name) => {
    const raw = readDefinition(name) as Record<string, unknown>
    expect(raw.schemaVersion).toBe(1)
    const parsed = parseDefinition(raw)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    const lanes = parsed.definition.flow.lanes.flatMap(({ positions }) => positions)
    const agency = agencies.find(({ positions }) => lanes.every((lane) => positions.some(({ id }) => id === lane)))
    const findings = checkDefinition(parsed.definition, { positions: agency?.positions ?? [] })
    expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([])
  })

  it.each(shipped)('%s has limits that tell nobody anything new', (name) => {
    const parsed = parseDefinition(readDefinition(name))
    const limited = parsed.ok
      ? parsed.definition.flow.nodes.flatMap((node) => (node.kind === 'task' && node.duration ? [node] : []))
      : []
    for (const { deadline } of limited) expect(deadline).toEqual({ escalate: false, afterwards: { kind: 'keep' } })
  })
})
