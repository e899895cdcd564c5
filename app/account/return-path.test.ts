import { expect, it } from 'vitest'
import { returnPath } from './return-path.ts'

it('goes back to a path of this site', () => {
  expect(returnPath('/kerja/tugas/a/1?x=1')).toBe('/kerja/tugas/a/1?x=1')
  expect(returnPath(null)).toBeNull()
})

it.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/a\\b',
  '/\tevil',
  '/masuk',
  '/keluar',
  `/${'a'.repeat(500)}`,
])('goes nowhere else: %s', (wish) => expect(returnPath(wish)).toBeNull())
