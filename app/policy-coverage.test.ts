import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const app = import.meta.dirname
const areas = ['work', 'authoring', 'admin', 'account']

/** Pages and use cases that ask nobody who they are, with the reason. */
const declaredPublic: Readonly<Record<string, string>> = {
  'account/layout.tsx': 'the frame of pages that each ask for themselves',
  'account/preferences.ts': 'language and colours of whoever asks',
  'account/sign-in.tsx': 'the way in',
  'account/sign-out.ts': 'whoever holds the session may end it',
  'account/invitation.tsx': 'the link is the right',
  'account/demo.tsx': 'there in a demonstration only',
  'admin/layout.tsx': 'the frame of pages that each ask for themselves',
  'work/layout.tsx': 'the frame of pages that each ask for themselves',
  'authoring/layout.tsx': 'the frame of pages that each ask for themselves',
}

const source = (file: string) => readFileSync(file, 'utf8')
const handles = (text: string) => /export (async function|function|const) (loader|action)\b/.test(text)

/** The server-side modules of ours that a module leads to, itself first. */
function reachable(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, name = ''] of source(file).matchAll(/from '((?:#app|\.)[^']*\.ts)'/g)) {
    const target = name.startsWith('#app/') ? join(app, name.slice(5)) : resolve(dirname(file), name)
    if (/\/use-cases\/|\.server\.ts$/.test(target)) reachable(target, seen)
  }
  return seen
}

const asksPolicy = (file: string) => [...reachable(file)].some((one) => /\b(authorise|admit|agenciesFor|can)\(/.test(source(one)))
const ownCallsOf = (file: string) => [...reachable(file)].filter((one) => one.includes('/use-cases/'))

const routes = areas.flatMap((area) =>
  readdirSync(join(app, area), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.server\.ts$/.test(name))
    .map((name) => join(app, area, name))
    .filter((file) => handles(source(file))),
)
const named = (file: string) => relative(app, file)

describe('every loader and action of staff', () => {
  it('is looked at here', () => expect(routes.length).toBeGreaterThan(10))

  it.each(routes.map((file) => [named(file), file]))('%s asks the policy, or says why not', (name, file) => {
    if (declaredPublic[name]) return
    expect(ownCallsOf(file)).not.toEqual([])
    expect(asksPolicy(file)).toBe(true)
  })

  it('declares no page public that is not there', () => {
    const known = new Set(routes.map(named))
    expect(Object.keys(declaredPublic).filter((name) => !known.has(name) && !name.endsWith('layout.tsx'))).toEqual([])
  })
})

describe('every use case that a page of staff calls', () => {
  /** Steps inside a use case that has asked already, and those that need no right. */
  const called = [...new Set(routes.filter((file) => !declaredPublic[named(file)]).flatMap(directCalls))]

  it.each(called.map((file) => [named(file), file]))('%s asks the policy', (_, file) => {
    expect(asksPolicy(file) || /visitor\.kind === 'anonymous'/.test(source(file))).toBe(true)
  })
})

function directCalls(file: string): string[] {
  const imports = [...source(file).matchAll(/import \{[^}]*\} from '#app\/(use-cases\/[^']*\.server\.ts)'/g)]
  return imports.map(([, name = '']) => join(app, name)).filter((target) => !/session-cookie/.test(target))
}
