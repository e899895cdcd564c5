import { describe, expect, it } from 'vitest'
import { decreeActs, decreeStatuses, effectsOf, mayBeCancelled, mayBecome } from './index.ts'

describe('the standing of a decree', () => {
  it('begins once and ends once', () => {
    expect(mayBecome('upcoming', 'in-force')).toBe(true)
    expect(mayBecome('in-force', 'upcoming')).toBe(false)
    for (const ended of ['revoked', 'cancelled'] as const) {
      expect(decreeStatuses.filter((to) => mayBecome(ended, to))).toEqual([])
    }
  })
  it('lets what was superseded still be revoked, and nothing else', () =>
    expect(decreeStatuses.filter((to) => mayBecome('superseded', to))).toEqual(['revoked']))
  it('lets any act be cancelled before its day, and after it only what set standards', () => {
    expect(decreeActs.filter((act) => mayBeCancelled(act, 'upcoming'))).toEqual(decreeActs)
    expect(decreeActs.filter((act) => mayBeCancelled(act, 'in-force'))).toEqual(['set', 'amend'])
    for (const status of ['superseded', 'revoked', 'cancelled'] as const) {
      expect(decreeActs.filter((act) => mayBeCancelled(act, status))).toEqual([])
    }
  })
  it('gives every act effects of its own kind', () => {
    expect(effectsOf.amend).toEqual(['amends'])
    expect(effectsOf.set).toContain('revokes')
  })
})
