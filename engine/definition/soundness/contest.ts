import type { NodeId } from '../ids.ts'
import { fits } from './spread.ts'

/** How a branch or an opening may be over: at which joins, and whether it may end by itself. */
export type Fates = { joins: ReadonlySet<NodeId>; ends: boolean }

/** What may become of it in the command that opens it, and after it has come to rest, if it may rest at all. */
export type Fate = { now: Fates; later: Fates; rests: boolean }

/** A branch that stands by: it rests, or waits at the join `at`. */
export type Aside = { branch: number; at?: NodeId }

/**
 * The branches of one opening, which move in their order in the command that opens it, and in any order afterwards. They
 * know nothing of each other: any fates of theirs may come together, until a join has the branches it needs. Where some
 * branches have to be given a join and a join has to be given branches, both can be had at once as soon as each can be had
 * alone (Mendelsohn and Dulmage), which is why the questions below are asked one by one.
 */
export class Contest {
  readonly joins: ReadonlySet<NodeId>
  readonly #comesTo: readonly ReadonlySet<NodeId>[]

  constructor(
    readonly branches: readonly Fate[],
    readonly needed: (join: NodeId) => number,
  ) {
    this.#comesTo = branches.map(({ now, later }) => new Set([...now.joins, ...later.joins]))
    this.joins = new Set(this.#comesTo.flatMap((joins) => [...joins]))
  }

  fate(): Fate {
    const joins = [...this.joins]
    return {
      now: { joins: new Set(joins.filter((join) => this.closesNow(join))), ends: this.branches.every(({ now }) => now.ends) },
      later: {
        joins: new Set(joins.filter((join) => this.closesLater(join))),
        ends: this.branches.every(mayEnd) && this.branches.some(({ later }) => later.ends),
      },
      rests:
        this.staysOpen() && this.branches.some(({ rests, now }) => rests || [...now.joins].some((join) => this.#room(join) > 0)),
    }
  }

  /** Whether the branch may set out: those before it need not close the opening. */
  begins(branch: number): boolean {
    return this.#holds(branch)
  }

  /** Whether the command that opens the branches may leave the opening open. */
  staysOpen(aside?: Aside): boolean {
    return this.#holds(this.branches.length, aside)
  }

  /** Whether some branch may arrive at the join as the last it needs before all have set out, `aside` not among them. */
  closesNow(join: NodeId, aside?: Aside): boolean {
    return this.branches.some(({ now }, last) => {
      if (!now.joins.has(join) || (aside && last <= aside.branch) || !this.#holds(last, aside)) return false
      return this.#count((index) => index < last && !!this.branches[index]?.now.joins.has(join), aside) >= this.#room(join)
    })
  }

  /** Whether it may once some have rested. */
  closesLater(join: NodeId, aside?: Aside): boolean {
    return (
      this.staysOpen(aside) &&
      this.#count((index) => !!this.branches[index]?.later.joins.has(join), aside) > 0 &&
      this.#count((index) => !!this.#comesTo[index]?.has(join), aside) >= this.needed(join)
    )
  }

  /** Whether all branches may be over, some of them waiting at this join, and no join ever has enough. */
  runsShortAt(join: NodeId): boolean {
    return this.#room(join) > 0 && this.joins.has(join) && fits(this.#arriving(), this.#room)
  }

  /** Whether the opening may never be over when the branches `endless` may never be. */
  neverOver(endless: ReadonlySet<number>): boolean {
    return endless.size > 0 && fits(this.#arriving(endless), this.#room)
  }

  /** Joins at which the branch may wait for others. */
  waits(branch: number): NodeId[] {
    return [...(this.#comesTo[branch] ?? [])].filter((join) => this.#room(join) > 0)
  }

  readonly #room = (join: NodeId): number => this.needed(join) - 1

  /** What the branches that cannot end, nor go on for ever, have to choose among. */
  #arriving(endless: ReadonlySet<number> = new Set()): ReadonlySet<NodeId>[] {
    return this.#comesTo.filter((_, index) => {
      const branch = this.branches[index]
      return branch && !mayEnd(branch) && !endless.has(index)
    })
  }

  /** Whether the branches before `end` may all move without closing the opening: what must arrive at once takes room. */
  #holds(end: number, aside?: Aside): boolean {
    const must = this.branches.filter(({ rests, now }, index) => index < end && index !== aside?.branch && !rests && !now.ends)
    return fits(
      must.map(({ now }) => now.joins),
      (join) => this.#room(join) - Number(join === aside?.at),
    )
  }

  #count(holds: (index: number) => boolean, aside?: Aside): number {
    return this.branches.filter((_, index) => index !== aside?.branch && holds(index)).length
  }
}

const mayEnd = ({ now, later }: Fate): boolean => now.ends || later.ends
