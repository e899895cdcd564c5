import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { harden, patches } from './client-hardening.ts'

const files = ['node_modules/turbo-stream/dist/turbo-stream.mjs', 'node_modules/@remix-run/react/dist/esm/errors.js']

it.each(files)('limits the error classes that %s may call', (file) => {
  const patch = patches.find((candidate) => candidate.file.test(file))
  if (!patch) throw new Error(`no patch for ${file}`)
  const mended = harden(patch, readFileSync(file, 'utf8'))
  expect(mended).toContain('(Eval|Range|Reference|Syntax|Type|URI)Error')
})

it('refuses a source that has changed', () => {
  const [patch] = patches
  if (!patch) throw new Error('no patches')
  expect(() => harden(patch, 'export const other = 1')).toThrow('found it 0 times')
})
