import type { DefinitionFix } from './fix.ts'
import { nodeFound } from './found.ts'

/** A standard is called by its newest version in force. */
export const callNewest = {
  name: 'call-newest',
  codes: ['call-unknown', 'call-superseded'],
  propose(definition, finding, { standards = [] }) {
    const node = nodeFound(definition, finding)
    if (node?.kind !== 'call') return null
    const versions = standards.filter(({ slug, superseded }) => slug === node.standard.slug && !superseded)
    const newest = versions.toSorted((a, b) => b.version - a.version)[0]
    return newest
      ? [{ type: 'UpdateNode', node: node.id, patch: { standard: { ...node.standard, version: newest.version } } }]
      : null
  },
} as const satisfies DefinitionFix
