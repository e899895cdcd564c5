import type { DefinitionRule, RuleFinding } from './finding.ts'

/**
 * Whoever complains learns what becomes of it, and by when: beside the channels stand the way of a complaint and its limits.
 * A procedure that complaints begin is itself that way.
 */
export const complaintsAnswered: DefinitionRule = {
  name: 'complaints-answered',
  check({ components, flow: procedure }) {
    const { channels, flow, limits } = components.complaints
    if (channels.length === 0 || procedure.nodes.some((node) => node.kind === 'start' && node.by === 'complaint')) return []
    const place = { path: 'components.complaints', params: { component: 'complaints' } }
    return [
      ...(flow.length === 0 ? [{ code: 'complaints-without-flow', ...place } satisfies RuleFinding] : []),
      ...(limits.length === 0 ? [{ code: 'complaints-without-limits', ...place } satisfies RuleFinding] : []),
    ]
  },
}
