import type { ComponentKey } from '../components.ts'
import type { Finding, RuleContext } from '../rules/finding.ts'
import type { Definition } from '../schema.ts'
import { type Requirement, requirementsOf } from './applies.ts'
import { partOf, type ReadinessPart, readinessParts } from './parts.ts'

/** What is still missing of a part, and what was found of it. */
export type Missing = {
  rule: string
  component: ComponentKey | null
  /** It keeps the version from being sent or set; else it is only advised. */
  blocks: boolean
  findings: readonly Finding[]
}

/** How far a part of a standard is: of what is asked of it, how much is met, and what is not. */
export type PartReadiness = { part: ReadinessPart; of: number; met: number; missing: readonly Missing[] }

/**
 * How far a definition is from being set, part by part. Counted is what is asked of it, one by one: rules that look at something
 * in it, and each of the components. A part of which nothing is asked is left out.
 */
export function readinessOf(definition: Definition, context: RuleContext, findings: readonly Finding[]): PartReadiness[] {
  const asked = new Map(requirementsOf(definition, context).map((one) => [keyOf(one), one]))
  const found = new Map<string, Finding[]>()
  for (const finding of findings) {
    const requirement = requirementFor(finding)
    // Whatever is found was asked, also where nothing seemed to be there to look at.
    asked.set(keyOf(requirement), requirement)
    found.set(keyOf(requirement), [...(found.get(keyOf(requirement)) ?? []), finding])
  }
  return readinessParts.flatMap((part): PartReadiness[] => {
    const own = [...asked].filter(([, requirement]) => requirement.part === part)
    const missing = own.flatMap(([key, { rule, component }]): Missing[] => {
      const ofIt = found.get(key)
      if (ofIt === undefined) return []
      return [{ rule, component: component ?? null, blocks: ofIt.some(({ severity }) => severity !== 'warning'), findings: ofIt }]
    })
    return own.length === 0 ? [] : [{ part, of: own.length, met: own.length - missing.length, missing: blockingFirst(missing) }]
  })
}

function requirementFor(finding: Finding): Requirement {
  const { rule, code, params } = finding
  const part = partOf(finding)
  const isComponent = code === 'component-empty' || code === 'component-management-empty'
  return isComponent ? { part, rule, component: params?.component as ComponentKey } : { part, rule }
}

const keyOf = ({ part, rule, component = '' as ComponentKey }: Requirement): string => `${part} ${rule} ${component}`

const blockingFirst = (list: readonly Missing[]): Missing[] => list.toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
