import { describe, expect, it } from 'vitest'
import {
  actsOn,
  isEditable,
  isPublic,
  nextStatus,
  type VersionAct,
  type VersionStatus,
  versionActs,
  versionStatuses,
} from './index.ts'

const live = (...acts: VersionAct[]): VersionStatus =>
  acts.reduce<VersionStatus>((status, act) => {
    const next = nextStatus(status, act)
    return next.ok ? next.status : status
  }, 'draft')

describe('the life of a version', () => {
  it('goes from draft through review and approval into force', () =>
    expect(live('submit', 'approve', 'publish')).toBe('published'))
  it('comes back to its author when it is returned', () => expect(live('submit', 'return')).toBe('draft'))
  it('ends superseded or revoked', () => {
    expect(live('submit', 'approve', 'publish', 'supersede')).toBe('superseded')
    expect(live('submit', 'approve', 'publish', 'revoke')).toBe('revoked')
  })
  it('waits for the day of its decree, and may be cancelled before it', () => {
    expect(live('submit', 'approve', 'set')).toBe('upcoming')
    expect(live('submit', 'approve', 'set', 'publish')).toBe('published')
    expect(live('submit', 'approve', 'set', 'cancel')).toBe('cancelled')
    expect(live('submit', 'approve', 'set', 'withdraw', 'revoke', 'supersede')).toBe('upcoming')
  })
  it('can be withdrawn until it is in force, and not after', () => {
    expect(live('withdraw')).toBe('withdrawn')
    expect(live('submit', 'withdraw')).toBe('withdrawn')
    expect(live('submit', 'approve', 'withdraw')).toBe('withdrawn')
    expect(live('submit', 'approve', 'publish', 'withdraw')).toBe('published')
  })
  it('refuses to publish a draft and says what that needs', () =>
    expect(nextStatus('draft', 'publish')).toEqual({
      ok: false,
      refusal: { code: 'wrong-status', status: 'draft', act: 'publish', needs: ['approved', 'upcoming'] },
    }))
  it('P4: offers no way back to a draft once approved', () => {
    for (const status of versionStatuses.filter((s) => s !== 'draft' && s !== 'in-review')) {
      for (const act of versionActs) {
        const next = nextStatus(status, act)
        expect(next.ok && next.status === 'draft').toBe(false)
      }
    }
    expect(versionStatuses.filter(isEditable)).toEqual(['draft'])
  })
  it('lets nothing happen to what has ended', () => {
    for (const status of ['superseded', 'revoked', 'cancelled', 'withdrawn'] as const) expect(actsOn(status)).toEqual([])
  })
  it('shows the public no draft', () => {
    expect(isPublic('draft') || isPublic('in-review') || isPublic('withdrawn')).toBe(false)
    expect(isPublic('approved')).toBe(true)
  })
})
