import type { WrittenEntry } from '#app/use-cases/definitions/list-written.server.ts'

export const stateFilters = ['mine', 'draft', 'in-review', 'approved', 'in-force'] as const
type State = (typeof stateFilters)[number]
export type ListFilter = { q: string; state: State | null; agency: string | null }

/** What is not a known filter is no filter. */
export function readFilter(params: URLSearchParams): ListFilter {
  const state = stateFilters.find((one) => one === params.get('keadaan')) ?? null
  return { q: (params.get('q') ?? '').slice(0, 100), state, agency: params.get('instansi') || null }
}

export function matches(standard: WrittenEntry, { q, state, agency }: ListFilter): boolean {
  const words = q.toLocaleLowerCase('id').split(/\s+/).filter(Boolean)
  const text = `${standard.title} ${standard.agencyName} ${standard.slug} ${standard.standing?.decree ?? ''}`.toLocaleLowerCase(
    'id',
  )
  return words.every((word) => text.includes(word)) && (agency === null || standard.agencyId === agency) && isIn(standard, state)
}

function isIn({ open, standing, next, waiting }: WrittenEntry, state: State | null): boolean {
  switch (state) {
    case null:
      return true
    case 'mine':
      return next !== null
    case 'in-force':
      return standing?.status === 'published'
    case 'approved':
      return waiting
    default:
      return open?.status === state
  }
}
