import type { DefinitionRule, RuleFinding } from './finding.ts'

/** As many people are promised as the procedure has roles of officials at work, and figure and words agree (D12). */
export const staffingMatchesLanes: DefinitionRule = {
  name: 'staffing-matches-lanes',
  check({ components, flow }) {
    const { count, text } = components.staffing
    if (count === undefined) return []
    const place = { path: 'components.staffing', params: { component: 'staffing', people: count } }
    const named = (text?.match(/\d+/g) ?? []).map(Number)
    const sum = named.reduce((all, one) => all + one, 0)
    if (named.length > 0 && !named.includes(count) && sum !== count)
      return [{ code: 'staffing-words-differ', ...place, params: { ...place.params, words: text ?? '' } }]
    const working = flow.lanes.filter(
      ({ id, kind }) =>
        kind === 'positions' &&
        flow.nodes.some((node) => node.kind === 'task' && (node.lane === id || node.jointLanes.includes(id))),
    )
    const params = { ...place.params, lanes: working.length, names: working.map(({ name }) => name).join(', ') }
    return count < working.length ? [{ code: 'staffing-below-lanes', path: place.path, params } satisfies RuleFinding] : []
  },
}
