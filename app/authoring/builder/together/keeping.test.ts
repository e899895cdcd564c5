import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PartChange } from '#engine'
import { keep, recall } from './keeping.ts'

const store = new Map<string, string>()

beforeEach(() => {
  const access = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, text: string) => void store.set(key, text),
    removeItem: (key: string) => void store.delete(key),
  }
  // The keys of a browser's store are its members.
  const members = { ownKeys: () => [...store.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) }
  vi.stubGlobal('localStorage', new Proxy(access, members))
})
afterEach(() => {
  vi.unstubAllGlobals()
  store.clear()
})

it('brings back what a window left behind, though what another left cannot be read', () => {
  const change = { part: { of: 'notes' }, before: [], after: ['Ditulis tanpa sambungan'] } as PartChange
  store.set('baku.draft:rina:dinas/layanan/1:0-torn', '{"at":1,"sending":nu')
  expect(keep('rina', 'dinas/layanan/1', 'a', { at: 5, sending: null, rest: [change], clashes: [] })).toBe(true)
  const left = recall('rina', 'dinas/layanan/1', 'b', 10)
  expect(left.map(({ window, rest }) => [window, rest])).toEqual([['a', [change]]])
  expect(store.get('baku.draft:rina:dinas/layanan/1:0-torn')).toBeDefined()
})
