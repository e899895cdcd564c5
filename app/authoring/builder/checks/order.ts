import { type Definition, type Finding, partOf, type ReadinessPart, readinessParts, type Severity, stepRows } from '#engine'

export const severityOrder = ['error', 'publish', 'warning'] as const satisfies readonly Severity[]
const rank = { error: 0, publish: 1, warning: 2 } as const satisfies Record<Severity, number>

/** The worst first; those of one weight as the rules found them. */
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => rank[a.severity] - rank[b.severity])

export type FindingGroup = { id: string; findings: readonly Finding[] }

/** Findings under the part of the standard that they belong to, the parts in their order. */
export function byPart(findings: readonly Finding[]): (FindingGroup & { id: ReadinessPart })[] {
  return readinessParts.flatMap((id) => {
    const own = findings.filter((finding) => partOf(finding) === id)
    return own.length === 0 ? [] : [{ id, findings: own }]
  })
}

/** Findings under the step that they are about, in the order of the rows; what is about no step comes last, under ''. */
export function byStep(findings: readonly Finding[], definition: Definition): FindingGroup[] {
  const { nodes } = definition.flow
  const rows = stepRows(definition).map(({ node }) => node.id as string)
  const ids = [...rows, ...nodes.map(({ id }) => id as string).filter((id) => !rows.includes(id)), '']
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const id = stepOf(finding, definition) ?? ''
    groups.set(id, [...(groups.get(id) ?? []), finding])
  }
  return ids.flatMap((id) => {
    const own = groups.get(id)
    return own ? [{ id, findings: own }] : []
  })
}

/** The step that a finding is about: its own, that which its exit leaves, or the first that asks by its form. */
export function stepOf({ nodeId, edgeId, formId }: Finding, { flow }: Definition): string | undefined {
  const from = nodeId ?? flow.edges.find(({ id }) => id === edgeId)?.from
  const asking = formId && flow.nodes.find((node) => node.kind === 'task' && node.form === formId)
  const id = from ?? (asking ? asking.id : undefined)
  return flow.nodes.some((node) => node.id === id) ? id : undefined
}

/** Of each step what weighs most, and how many more there are. */
export function worstOfSteps(
  findings: readonly Finding[],
  definition: Definition,
): ReadonlyMap<string, { finding: Finding; more: number }> {
  const worst = new Map<string, { finding: Finding; more: number }>()
  for (const finding of worstFirst(findings)) {
    const id = stepOf(finding, definition)
    if (id === undefined) continue
    const known = worst.get(id)
    worst.set(id, known ? { ...known, more: known.more + 1 } : { finding, more: 0 })
  }
  return worst
}
