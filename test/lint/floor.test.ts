import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './imports.ts'

type Lock = { packages: Record<string, { version?: string }> }

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
const installed = Object.entries(lock.packages).flatMap(([path, { version }]) => {
  const name = path.split('node_modules/').at(-1)
  return name && version ? [{ name, version }] : []
})

const versionsOf = (name: string) => installed.filter((each) => each.name === name).map(({ version }) => version)
const parts = (version: string) => version.split('-')[0]?.split('.').map(Number) ?? []

function isAtLeast(version: string, floor: string): boolean {
  const [have, need] = [parts(version), parts(floor)]
  const differs = [0, 1, 2].find((place) => (have[place] ?? 0) !== (need[place] ?? 0))
  return differs === undefined || (have[differs] ?? 0) > (need[differs] ?? 0)
}

it.each([
  ['@remix-run/node', '2.17.5'],
  ['@remix-run/react', '2.17.5'],
  ['@remix-run/server-runtime', '2.17.5'],
  ['@remix-run/dev', '2.17.5'],
  ['@remix-run/router', '1.23.2'],
  ['react-router', '6.30.6'],
  ['react-router-dom', '6.30.6'],
  ['drizzle-orm', '0.45.2'],
  ['json-logic-js', '2.0.5'],
  ['pg', '8.23.0'],
])('%s is at least %s in every copy', (name, floor) => {
  const versions = versionsOf(name)
  expect(versions.length).toBeGreaterThan(0)
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([])
})

it.each([
  ['mammoth', '1.11.0'],
  ['mermaid', '11.10.0'],
  ['better-auth', '1.4.17'],
  ['multer', '2.0.2'],
  ['postgres', '3.4.9'],
])('%s, if it comes at all, is at least %s', (name, floor) => {
  expect(versionsOf(name).filter((version) => !isAtLeast(version, floor))).toEqual([])
})

it('has every runtime copy of cookie without the header injection', () => {
  expect(versionsOf('cookie').filter((version) => !isAtLeast(version, '0.7.2'))).toEqual([])
})

it.each([/^jsonata$/, /^vm2$/, /^react-server-dom-/, /^xml2js$/, /^static-eval$/, /^safe-eval$/, /^remix$/])(
  '%s is absent',
  (pattern) => {
    expect(installed.filter(({ name }) => pattern.test(name))).toEqual([])
  },
)
