import { isAtOrBelow, isWithin, openingOf, trunk } from './branches.ts'
import type { Branch } from './messages.ts'
import type { InstanceState } from './state.ts'

/** Nobody waits any more in the branches of an opening, or in those opened within them; their work was withdrawn before. */
export function withoutBranches(state: InstanceState, opening: string): InstanceState {
  return {
    ...state,
    arrived: state.arrived.filter(({ branch }) => !isWithin(branch, opening)),
    incidents: state.incidents.filter(({ branch }) => branch !== opening && !isWithin(branch, opening)),
    openings: Object.fromEntries(Object.entries(state.openings).filter(([name]) => name !== opening && !isWithin(name, opening))),
  }
}

/**
 * All that is in a branch and below it becomes one token in the branch again. A join that could not be satisfied may be
 * now; where it still can not, that is said anew.
 */
export function sentBack(state: InstanceState, branch: Branch): InstanceState {
  const stays = (place: { branch: Branch }) => !isAtOrBelow(place.branch, branch)
  return {
    ...state,
    tokens: [...state.tokens.filter((token) => !isAtOrBelow(token, branch)), branch],
    arrived: state.arrived.filter(stays),
    incidents: state.incidents.filter((one) => stays(one) && !(one.code === 'join-short' && isWithin(branch, one.branch))),
    openings: Object.fromEntries(Object.entries(state.openings).filter(([, opening]) => stays(opening))),
  }
}

/** One token is gone; an opening whose last branch has ended is over, and so is one that waited for that alone. */
export function withoutToken(state: InstanceState, branch: Branch): InstanceState {
  const tokens = state.tokens.filter((token) => token !== branch)
  const over = new Set<string>()
  for (let name = openingOf(branch); name !== null && !hasToken(tokens, name); ) {
    over.add(name)
    name = openingOf(state.openings[name]?.branch ?? trunk)
  }
  const openings = Object.fromEntries(Object.entries(state.openings).filter(([name]) => !over.has(name)))
  return { ...state, tokens, openings, incidents: state.incidents.filter((one) => !over.has(one.branch)) }
}

const hasToken = (tokens: readonly Branch[], opening: string) => tokens.some((token) => isWithin(token, opening))
