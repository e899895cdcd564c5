import type { DefinitionFix } from './fix.ts'
import { nodeFound } from './found.ts'

/** The column says who; what is left begins with its verb, where it has one. */
export const dropSubject = {
  name: 'drop-subject',
  codes: ['activity-names-lane'],
  propose(definition, finding) {
    const node = nodeFound(definition, finding)
    const named = String(finding.params?.lane ?? '')
    if (!node || !('activity' in node)) return null
    const rest = node.activity.slice(named.length).trim()
    if (!verbFirst.test(rest) || nounFirst.test(rest)) return null
    const activity = rest.charAt(0).toLocaleUpperCase('id') + rest.slice(1)
    return [{ type: 'UpdateNode', node: node.id, patch: { activity } }]
  },
} as const satisfies DefinitionFix

const verbFirst = /^(?:mem|men|mel|mer|mew|mey|ber)\p{L}{3,}/iu
const nounFirst = /^(?:menteri|mentor|mental|member|merek|menara|berkas|berita|beras|merah)(?!\p{L})/iu
