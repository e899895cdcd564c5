import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sources } from './imports.ts'
import { breaches, dangers, impurities } from './walls.ts'

describe('the walls stand', () => {
  it('nobody imports through them', () => {
    expect(sources('engine', 'db', 'app').flatMap(breaches)).toEqual([])
  })

  it('the engine knows no clock, no chance and no surroundings', () => {
    expect(sources('engine').flatMap(impurities)).toEqual([])
  })

  it('nothing runs text as code, puts raw HTML into a page or silences a check', () => {
    expect(sources('engine', 'db', 'app', 'scripts').flatMap(dangers)).toEqual([])
  })

  it('no file is a drawer for leftovers', () => {
    const drawers = sources('engine', 'db', 'app').filter(({ path }) => /(^|\/)(utils?|helpers?|misc)\.tsx?$/.test(path))
    expect(drawers.map(({ path }) => path)).toEqual([])
  })

  it('no line of code names an agency or standard that we ship', () => {
    const names = shippedNames()
    const named = sources('engine', 'db', 'app').filter(({ text }) => names.some((name) => text.toLowerCase().includes(name)))
    expect(named.map(({ path }) => path)).toEqual([])
  })
})

/** Folder and file names of definitions/ that are proper names, such as an agency's or a standard's slug. */
function shippedNames(): string[] {
  return readdirSync(join(root, 'definitions'), { withFileTypes: true, recursive: true })
    .map((entry) => entry.name.replace(/\.[a-z]+$/, ''))
    .filter((name) => name.split('-').length >= 2)
    .map((name) => name.toLowerCase())
}

describe('a wall that is broken is seen', () => {
  it.each([
    ['engine/wrong.ts', "import { db } from '#db/connection.ts'", 'db/connection.ts'],
    ['engine/instance/wrong.ts', "import type { Ports } from '../../app/ports.ts'", 'app/ports.ts'],
    ['engine/wrong.ts', "const os = await import('node:os')", 'node:os'],
    ['engine/wrong.ts', "export * from 'drizzle-orm/pg-core'", 'drizzle-orm/pg-core'],
    ['engine/wrong.ts', "type R = import('react').ReactNode", 'react'],
    ['db/wrong.ts', "import { ok } from '#app/result.ts'", 'app/result.ts'],
    ['app/work/inbox.tsx', "import { tasks } from '#db/schema.ts'", 'db/schema.ts'],
    ['app/ui/button.tsx', "import { formOf } from '#engine'", 'engine/index.ts'],
    ['app/server/wrong.ts', "import one from '#definitions/one.json'", 'definitions/one.json'],
  ])('%s: %s', (path, text, target) => {
    expect(breaches({ path, text })[0]).toContain(`imports ${target}`)
  })

  it.each([
    'const now = Date.now()',
    'const now = new Date()',
    'const luck = Math.random()',
    'const zone = process.env.TZ',
    "await fetch('/x')",
    'const id = crypto.randomUUID()',
    'const key = globalThis["x"]',
  ])('engine: %s', (text) => {
    expect(impurities({ path: 'engine/wrong.ts', text })).toHaveLength(1)
  })

  it.each(["sql.raw('x')", '<p dangerouslySetInnerHTML={x} />', "eval('1')"])('anywhere: %s', (text) => {
    expect(dangers({ path: 'app/wrong.tsx', text })).toHaveLength(1)
  })

  it('what is allowed is left alone', () => {
    const text = "import { z } from 'zod'\nconst at = new Date(0)\nconst one = { process: 1 }.process\nconst node = x.document"
    expect([...breaches({ path: 'engine/right.ts', text }), ...impurities({ path: 'engine/right.ts', text })]).toEqual([])
  })
})
