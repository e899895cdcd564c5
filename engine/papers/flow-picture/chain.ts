import type { SymbolShape } from '../matrix/stack.ts'
import type { SopExit, SopStep } from '../sop-paper.ts'

type Step = Pick<SopStep, 'number' | 'mark' | 'first' | 'exits'>

/** A symbol of a step and what it says: where the procedure begins, the step itself, or a further question about it. */
export type Link = { shape: SymbolShape; says: { kind: 'start' | 'step' } | { kind: 'question'; about: string } }

/** An arrow out of a step: `link` counts its symbols from the top; null ends the procedure. */
export type Way = { exit: SopExit; to: number | null; link: number; port: 'below' | 'beside' }

/**
 * The symbols of one step, from the top. The exit to the next row runs down, else the main one; each other leaves beside a
 * diamond of its own, so that every diamond has two exits (domain 2.4).
 */
export type Chain = {
  links: readonly Link[]
  ways: readonly Way[]
  besideLabels: readonly (string | null)[]
  belowLabels: readonly (string | null)[]
}

export function chainOf(step: Step): Chain {
  const { number, first, exits } = step
  const below = exits.find(({ to }) => to.includes(number + 1)) ?? exits[0]
  const beside = exits.filter((exit) => exit !== below)
  const links = [...(first && shapeOf(step) === 'diamond' ? [start] : []), ...linksOf(step, beside)]
  const own = links.length - Math.max(1, beside.length)
  const at = (place: number) => place - own
  return {
    links,
    ways: endsItself(step) ? [] : [...beside.flatMap((exit, place) => waysOf(exit, own + place, 'beside')), ...belowWays()],
    besideLabels: links.map((_, place) => (at(place) > 0 ? 'Ya' : (beside[at(place)]?.label ?? null))),
    belowLabels: links.map((_, place) => belowLabel(at(place), beside.length, below)),
  }

  function belowWays(): Way[] {
    return below ? waysOf(below, links.length - 1, 'below') : []
  }
}

const start: Link = { shape: 'capsule', says: { kind: 'start' } }

function linksOf(step: Step, beside: readonly SopExit[]): Link[] {
  const shape = shapeOf(step)
  const further = beside.slice(1).map(({ label }): Link => ({ shape, says: { kind: 'question', about: label ?? '' } }))
  return [{ shape, says: { kind: 'step' } }, ...further]
}

const shapeOf = ({ mark, exits }: Step): SymbolShape => (exits.length > 1 ? 'diamond' : mark)

/** A last step is itself the capsule at which the procedure ends. */
const endsItself = ({ mark, exits }: Step): boolean =>
  mark === 'capsule' && exits.every(({ to }) => to.every((row) => row === null))

const waysOf = (exit: SopExit, link: number, port: Way['port']): Way[] => exit.to.map((to) => ({ exit, to, link, port }))

function belowLabel(place: number, besides: number, below: SopExit | undefined): string | null {
  if (place < 0) return null
  return place < besides - 1 ? 'Selain itu' : (below?.label ?? null)
}
