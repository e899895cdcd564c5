type Raw = Readonly<Record<string, unknown>>

/**
 * Version 1 knew deadlines that are shown and do nothing. Steps set under it go on so: nobody is told over their heads
 * that a limit has passed. All else that version 2 adds has a value that means what version 1 did.
 */
export function upgradeFrom1(document: Raw): Raw {
  const flow = document.flow
  if (!isRecord(flow) || !Array.isArray(flow.nodes)) return document
  return { ...document, flow: { ...flow, nodes: flow.nodes.map((node: unknown) => (hasLimit(node) ? quiet(node) : node)) } }
}

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const hasLimit = (node: unknown): node is Raw => isRecord(node) && node.kind === 'task' && node.duration !== undefined
const quiet = (node: Raw): Raw => ({ ...node, deadline: { escalate: false, afterwards: { kind: 'keep' } } })
