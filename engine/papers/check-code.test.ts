import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesIn, printCode, readCode } from './check-code.ts'

const seals = fc.stringMatching(/^[0-9a-f]{20}$/)
const seal = '0123456789abcdef0123'
const code = printCode(seal)
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

describe('the code of a paper', () => {
  it('is three groups of six, without letters that are taken for another', () => {
    fc.assert(
      fc.property(seals, (one) => {
        expect(printCode(one)).toMatch(/^[2-9A-HJ-NP-Z]{6}-[2-9A-HJ-NP-Z]{6}-[2-9A-HJ-NP-Z]{6}$/)
      }),
    )
  })

  it('gives back the seal it was written from', () => {
    fc.assert(
      fc.property(seals, (one) => {
        expect(readCode(printCode(one))).toEqual({ ok: true, seal: one })
      }),
    )
  })

  it('is read however it is typed: small letters, spaces, other dashes or none', () => {
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' – '),
      ` ${code}\n`,
      `\u200e${code}`,
    ]) {
      expect(readCode(typed)).toEqual({ ok: true, seal })
    }
  })

  it('tells every wrong symbol, and every two that are wrong or changed places', () => {
    const symbols = [...code.replaceAll('-', '')]
    const withAt = (...changes: [number, string][]) => {
      const changed = [...symbols]
      for (const [place, letter] of changes) changed[place] = letter
      return changed.join('')
    }
    const others = (place: number) => [...letters].filter((letter) => letter !== symbols[place])
    let tried = 0
    for (const [i] of symbols.entries()) {
      for (const a of others(i)) {
        expect(readCode(withAt([i, a]))).toEqual({ ok: false, problem: 'mistyped' })
        for (let j = i + 1; j < symbols.length; j++) {
          const taken = others(j).filter((b) => readCode(withAt([i, a], [j, b])).ok)
          expect(taken).toEqual([])
          tried += 31
        }
      }
    }
    expect(tried).toBe(31 * 31 * 153)
  })

  it.each([
    ['', { ok: false, problem: 'empty' }],
    [' - ', { ok: false, problem: 'empty' }],
    [code.slice(0, -1), { ok: false, problem: 'length' }],
    [`${code}2`, { ok: false, problem: 'length' }],
    [`O${code.slice(1)}`, { ok: false, problem: 'letter', letter: 'O' }],
    [`1${code.slice(1)}`, { ok: false, problem: 'letter', letter: '1' }],
    ['😀', { ok: false, problem: 'letter', letter: '😀' }],
    [`${'A'.repeat(100)}`, { ok: false, problem: 'length' }],
  ])('says of “%s” what is wrong with it', (typed, read) => {
    expect(readCode(typed)).toEqual(read)
  })

  it('is found in a text, and nothing that only looks like one', () => {
    expect(codesIn(`/Keywords (${code}) https://x.id/cek/${code}`)).toEqual([code])
    expect(codesIn(`AAAAAA-AAAAAA-AAAAAB ${code.slice(2)}`)).toEqual([])
  })

  it('is written from 80 bits only', () => {
    for (const wrong of ['', seal.slice(1), `${seal}0`, seal.toUpperCase()]) expect(() => printCode(wrong)).toThrow(RangeError)
  })
})
