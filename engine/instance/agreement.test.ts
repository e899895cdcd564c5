import { describe, expect, it } from 'vitest'
import { anOutcome } from '#test/builders/definition.ts'
import { type Agreement, agreementOf } from './agreement.ts'
import type { OpenTask } from './state.ts'

type Outcome = Parameters<typeof agreementOf>[1]['outcomes'][number]
/** A vote of each party, in order; null of who has not given theirs. */
type Votes = readonly (Outcome | null)[]

const [accept, other, revise, reject] = (['accept', 'other', 'revise', 'reject'] as const).map(
  (kind) => anOutcome(kind) as Outcome,
) as [Outcome, Outcome, Outcome, Outcome]

const agreed = (votes: Votes, needed: number, outcomes: readonly Outcome[]): Agreement =>
  agreementOf(
    {
      parties: votes.map((_, i) => ({ id: `party-${i}`, candidates: [] })),
      parts: votes.flatMap((vote, i) => (vote ? [{ party: `party-${i}`, outcome: vote.id }] : [])),
      needed,
    } as unknown as OpenTask,
    { outcomes: [...outcomes] },
  )

function everyVote(parties: number, of: readonly (Outcome | null)[]): Votes[] {
  return parties === 0 ? [[]] : everyVote(parties - 1, of).flatMap((votes) => of.map((vote) => [...votes, vote]))
}

/** Every way in which those who are still asked may vote. */
const endings = (votes: Votes, outcomes: readonly Outcome[]): Votes[] =>
  votes.reduce<Votes[]>((all, vote) => all.flatMap((one) => (vote ? [vote] : outcomes).map((next) => [...one, next])), [[]])

const winnerOf = (votes: Votes, needed: number, outcomes: readonly Outcome[]) =>
  outcomes.find((outcome) => votes.filter((vote) => vote === outcome).length >= needed)

/** The verdict of somebody who plays every ending through. */
function playedThrough(votes: Votes, needed: number, outcomes: readonly Outcome[]): Agreement {
  const winner = winnerOf(votes, needed, outcomes)
  if (winner) return { kind: 'reached', outcome: winner }
  if (endings(votes, outcomes).some((ending) => winnerOf(ending, needed, outcomes))) return { kind: 'open' }
  const against = outcomes.find((outcome) => [revise, reject].includes(outcome) && votes.includes(outcome))
  return against ? { kind: 'reached', outcome: against } : { kind: 'impossible' }
}

describe('those who do a step together', () => {
  const orders = [[accept], [accept, revise], [reject, revise, accept], [accept, other], [other, accept, revise, reject]]
  it.each(orders)('agree as every ending played through says: %#', (...outcomes) => {
    let judged = 0
    for (let parties = 1; parties <= 4; parties++) {
      for (const votes of everyVote(parties, [null, ...outcomes])) {
        for (let needed = 1; needed <= parties; needed++) {
          expect({ votes, needed, ...agreed(votes, needed, outcomes) }).toEqual({
            votes,
            needed,
            ...playedThrough(votes, needed, outcomes),
          })
          judged += 1
        }
      }
    }
    expect(judged).toBeGreaterThan(90)
  })

  it('take the outcome that the author named first when two have enough', () => {
    expect(agreed([accept, revise], 1, [revise, accept])).toEqual({ kind: 'reached', outcome: revise })
    expect(agreed([revise, accept], 1, [accept, revise])).toEqual({ kind: 'reached', outcome: accept })
  })

  it('are refused by one who refuses when all are needed, at once', () => {
    expect(agreed([reject, null, null], 3, [accept, reject])).toEqual({ kind: 'open' })
    expect(agreed([reject, accept, null], 3, [accept, reject])).toEqual({ kind: 'reached', outcome: reject })
  })

  it('cannot settle it where nobody is against and none has enough', () => {
    expect(agreed([accept, other], 2, [accept, other])).toEqual({ kind: 'impossible' })
    expect(agreed([accept, other, null], 3, [accept, other])).toEqual({ kind: 'impossible' })
  })
})
