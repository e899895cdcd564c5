import { expect, it } from 'vitest'
import { safePath } from './safe-path.ts'

it('keeps a path of this site with its query', () => {
  expect(safePath('/kerja/tugas/a/1?langkah=2')).toBe('/kerja/tugas/a/1?langkah=2')
})

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  '',
  null,
  ['/'],
])('leads %j to the front page', (wish) => {
  expect(safePath(wish)).toBe('/')
})

it('lets no line break into a header', () => {
  expect(safePath('/a\r\nSet-Cookie: x=1')).not.toMatch(/[\r\n]/)
})
