import { describe, expect, it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { canonicalJson } from './canonical.ts'
import { emptyDefinition } from './empty.ts'
import { parseDefinition } from './parse.ts'
import { upgradeWith } from './upgrade.ts'

const plain = () => JSON.parse(canonicalJson(aDefinition())) as Record<string, unknown>
const codes = (raw: unknown) => {
  const parsed = parseDefinition(raw)
  return parsed.ok ? [] : parsed.errors.map(({ path, code }) => `${path}: ${code}`)
}

describe('reading a definition', () => {
  it('reads back what it wrote, to the byte', () => {
    const parsed = parseDefinition(plain())
    expect(parsed.ok && canonicalJson(parsed.definition)).toBe(canonicalJson(aDefinition()))
  })

  it.each([
    ['a list', [], [': not-an-object']],
    ['no schema version', {}, ['schemaVersion: schema-version-missing']],
    ['a newer schema', { schemaVersion: 3 }, ['schemaVersion: schema-version-newer']],
    ['a strange schema', { schemaVersion: 'one' }, ['schemaVersion: schema-version-unknown']],
    ['an unknown key', { ...plain(), script: 'alert(1)' }, ['script: unknown-key']],
    ['a prototype key', JSON.parse(`{"__proto__":{"a":1},${canonicalJson(aDefinition()).slice(1)}`), ['__proto__: unknown-key']],
    ['a wrong type', { ...plain(), notes: 'text' }, ['notes: wrong-type']],
    ['a missing part', { ...plain(), identity: undefined }, ['identity: required']],
    ['a title too long', { ...plain(), identity: { title: 'x'.repeat(201), kind: 'sop' } }, ['identity.title: too-long']],
    ['an empty title', { ...plain(), identity: { title: ' ', kind: 'sop' } }, ['identity.title: too-short']],
    [
      'an unknown node kind',
      { ...plain(), flow: { lanes: [], edges: [], nodes: [{ kind: 'script', id: 'a' }] } },
      ['flow.nodes.0.kind: unknown-kind'],
    ],
    ['an id that is no id', { ...plain(), layout: { 'a b': { x: 0, y: 0 } } }, ['layout.a b: bad-id']],
    [
      'a name of Object.prototype as id',
      { ...plain(), flow: { lanes: [{ id: 'constructor', name: 'x', kind: 'public' }], edges: [], nodes: [] } },
      ['flow.lanes.0.id: bad-id'],
    ],
    ['too many', { ...plain(), notes: Array.from({ length: 61 }, () => 'note') }, ['notes: too-many']],
  ])('refuses %s and names the place', (_, raw, expected) => {
    expect(codes(raw)).toEqual(expected)
  })

  it('refuses a nest that would exhaust the stack', () => {
    let deep: unknown = {}
    for (let level = 0; level < 20_000; level += 1) deep = { of: [deep] }
    expect(codes({ ...plain(), deep })).toEqual([': too-deep'])
  })

  it('upgrades step by step', () => {
    const steps = {
      1: (raw: object) => ({ ...raw, first: 1 }),
      2: (raw: object) => ({ ...raw, second: 2 }),
    }
    expect(upgradeWith(steps, 3, { schemaVersion: 1 })).toEqual({ ok: true, raw: { schemaVersion: 3, first: 1, second: 2 } })
    expect(upgradeWith({}, 3, { schemaVersion: 2 })).toEqual({ ok: false, code: 'schema-version-unknown', version: 2 })
  })

  it('begins from nothing', () => {
    const empty = emptyDefinition({ title: 'Standar baru', kind: 'sop' })
    expect(parseDefinition(JSON.parse(canonicalJson(empty)))).toEqual({ ok: true, definition: empty })
  })
})

describe('canonical text', () => {
  it('does not depend on the order of keys, and leaves out what is undefined', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }], e: undefined })).toBe('{"a":[{"c":"x","d":null}],"b":1}')
    expect(canonicalJson({ a: [{ c: 'x', d: null }], b: 1 })).toBe(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }] }))
  })
  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError)
    expect(() => canonicalJson({ a: () => 1 })).toThrow(RangeError)
  })
})
