import { describe, expect, it } from 'vitest'
import { ApprovalRule, waitingFor } from './review.ts'

const rule = (mode: string, ...positions: string[]) => ApprovalRule.parse({ mode, positions })

describe('whose turn it is to approve', () => {
  it('is everybody’s until one has, where any one does', () => {
    expect(waitingFor(rule('any', 'a', 'b'), [])).toEqual(['a', 'b'])
    expect(waitingFor(rule('any', 'a', 'b'), ['b'])).toEqual([])
  })

  it('is that of all who have not yet, where all do', () => {
    expect(waitingFor(rule('all', 'a', 'b', 'c'), ['b'])).toEqual(['a', 'c'])
    expect(waitingFor(rule('all', 'a', 'b'), ['b', 'a'])).toEqual([])
  })

  it('is the next one’s, where one waits for the other', () => {
    expect(waitingFor(rule('in-order', 'a', 'b', 'c'), [])).toEqual(['a'])
    expect(waitingFor(rule('in-order', 'a', 'b', 'c'), ['a'])).toEqual(['b'])
    expect(waitingFor(rule('in-order', 'a', 'b', 'c'), ['a', 'b', 'c'])).toEqual([])
  })

  it('asks nobody twice, and an approval that was not asked for counts for nothing', () => {
    expect(ApprovalRule.safeParse({ mode: 'all', positions: ['a', 'a'] }).success).toBe(false)
    expect(waitingFor(rule('any', 'a'), ['z'])).toEqual(['a'])
  })
})
