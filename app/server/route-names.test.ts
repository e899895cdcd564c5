import { expect, it } from 'vitest'
import { routeNames } from './route-names.ts'

const nameOf = routeNames({
  root: { id: 'root', path: '' },
  layout: { id: 'layout', parentId: 'root' },
  ticket: { id: 'ticket', parentId: 'layout', path: 'lacak/:ticket' },
  search: { id: 'search', parentId: 'layout', path: 'lacak' },
  fresh: { id: 'fresh', parentId: 'root', path: 'susun/baru' },
  any: { id: 'any', parentId: 'root', path: 'susun/:agency' },
  sheet: { id: 'sheet', parentId: 'root', path: 'standar/:agency/:slug' },
  data: { id: 'data', parentId: 'root', path: 'standar/:agency/:slug.json' },
  rest: { id: 'rest', parentId: 'root', path: '*' },
})

it.each([
  ['/', '/'],
  ['/lacak', '/lacak'],
  ['/lacak/RAHASIA-123', '/lacak/:ticket'],
  ['/lacak/RAHASIA-123.data', '/lacak/:ticket'],
  ['/lacak/RAHASIA-123/', '/lacak/:ticket'],
  ['/susun/baru', '/susun/baru'],
  ['/susun/dinas', '/susun/:agency'],
  ['/standar/dinas/izin', '/standar/:agency/:slug'],
  ['/standar/dinas/izin.json', '/standar/:agency/:slug.json'],
  ['/tidak/ada/di/sini', '*'],
  ['/assets/root-abc.css', '/assets/*'],
  ['/api/v1/track/RAHASIA', '/api/*'],
])('%s is logged as %s', (path, pattern) => {
  expect(nameOf(path)).toBe(pattern)
})
