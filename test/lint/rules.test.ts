import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './imports.ts'

const text = readFileSync(join(root, 'docs/rules.md'), 'utf8')
const rules = text.split(/\n(?=\*\*[PV]\d+ )/).slice(1)
const numbered = (letter: string, most: number) => Array.from({ length: most }, (_, i) => `${letter}${i + 1}`)

describe('the page of rules', () => {
  it('has every rule once, in order', () => {
    expect(rules.map((rule) => /^\*\*(\w+)/.exec(rule)?.[1])).toEqual([...numbered('P', 15), ...numbered('V', 28)])
  })

  it('names tests and files that are there', () => {
    const named = [...text.matchAll(/`([\w./-]+\/[\w./-]+)`/g)].map(([, path = '']) => path)
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it.each(rules.map((rule) => [rule.slice(2, 40), rule]))('%s… says what holds it', (_, rule) => {
    expect(rule).toMatch(/\.test\.tsx?`|\.e2e\.ts`|See P\d+|Later/)
  })
})
