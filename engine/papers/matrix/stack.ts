import type { SopExit, SopStep } from '../sop-paper.ts'

export type SymbolShape = 'capsule' | 'box' | 'diamond'

/** Where a line leaves its row: below a symbol, or beside it. `level` counts the symbols of the row from the top. */
export type Port = { exit: SopExit; to: number | null; level: number; side: 'below' | 'beside' }

/** A short arrow from one symbol of a row to the one below it; of the exit that ends the procedure there, its name. */
export type Link = { from: number; label: string | null; exit: SopExit | null }

/**
 * The symbols of one row, from the top. Several outcomes are chained diamonds, each with two exits (domain 2.4): those
 * that lead away come first and leave beside it, the main one runs down out of the last. A step that may end the
 * procedure in one of several ways has its end below it.
 */
export type Stack = {
  symbols: readonly SymbolShape[]
  links: readonly Link[]
  /** The symbol of the step itself; each lane that does it together with others bears it. */
  own: number
  /** The capsule at which the procedure ends, where it is not the step itself. */
  end: number | null
  ports: readonly Port[]
}

/** Lines from elsewhere enter the first symbol of a row. */
export const entryLevel = 0

type Step = Pick<SopStep, 'number' | 'mark' | 'first' | 'exits'>

export function stackOf(step: Step): Stack {
  return step.mark === 'diamond' ? diamonds(step) : single(step)
}

const ends = ({ to }: SopExit): boolean => to.includes(null)

function single({ mark, exits }: Step): Stack {
  const [exit] = exits
  const further = exit?.to.filter((row) => row !== null) ?? []
  const endsBelow = exit !== undefined && ends(exit) && further.length > 0
  return {
    symbols: endsBelow ? [mark, 'capsule'] : [mark],
    links: endsBelow ? [{ from: 0, label: null, exit: null }] : [],
    own: 0,
    end: endsBelow ? 1 : null,
    ports: exit ? further.map((to) => ({ exit, to, level: 0, side: endsBelow ? 'beside' : 'below' })) : [],
  }
}

/** Exits at one side cross unless the upper one leads to the nearer row above, or to the farther row below. */
function fromTheTop(number: number) {
  const leadsTo = ({ to }: SopExit): number => to.find((row) => row !== null) ?? number + 1
  const back = (row: number): number => (row <= number ? 1 : 0)
  return (a: SopExit, b: SopExit): number => back(leadsTo(b)) - back(leadsTo(a)) || leadsTo(b) - leadsTo(a)
}

function diamonds({ number, first, exits }: Step): Stack {
  const below = exits.find(ends) ?? exits[0]
  const beside = exits.filter((exit) => exit !== below).toSorted(fromTheTop(number))
  const goesOn = below !== undefined && ends(below) && below.to.some((row) => row !== null)
  const count = Math.max(1, beside.length + (goesOn ? 1 : 0))
  const own = first ? 1 : 0
  const lowest = own + count - 1
  const end = below && ends(below) ? lowest + 1 : null
  const chained = Array.from({ length: count - 1 }, (_, place) => ({ from: own + place, label: 'Tidak', exit: null }))
  return {
    symbols: [
      ...(first ? (['capsule'] as const) : []),
      ...Array.from({ length: count }, () => 'diamond' as const),
      ...(end === null ? [] : (['capsule'] as const)),
    ],
    links: [
      ...(first ? [{ from: 0, label: null, exit: null }] : []),
      ...chained,
      ...(end === null ? [] : [{ from: lowest, label: below?.label ?? null, exit: below ?? null }]),
    ],
    own,
    end,
    ports: [
      ...beside.flatMap((exit, place) => portsOf(exit, own + place, 'beside', end)),
      ...(below ? portsOf(below, lowest, end === null ? 'below' : 'beside', null) : []),
    ],
  }
}

/** The lines of one exit; those that end the procedure lead to the capsule of the row. */
function portsOf(exit: SopExit, level: number, side: Port['side'], end: number | null): Port[] {
  return exit.to.flatMap((to) => (to === null && end === null ? [] : [{ exit, to, level, side }]))
}
