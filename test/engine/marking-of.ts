import { type Marking, type Place, withoutRounds } from '#engine/definition/reach/marking.ts'
import { holdsToken } from '#engine/instance/branches.ts'
import type { InstanceState } from '#engine/instance/state.ts'

/** Where the tokens of an instance rest, as the flow's exploration names it. */
export function markingOf({
  open,
  waits,
  arrived,
  incidents,
}: Pick<InstanceState, 'open' | 'waits' | 'arrived' | 'incidents'>): Marking {
  const place =
    (at: Place['at']) =>
    (one: Pick<Place, 'branch' | 'node'>): Place => ({
      branch: withoutRounds(one.branch),
      node: one.node,
      at,
    })
  return [
    ...[...open, ...waits].map(place('work')),
    ...arrived.map(place('join')),
    ...incidents.filter(holdsToken).map(place('stop')),
  ]
}
