import type { Locale } from '#app/i18n/locale.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import { type Definition, fieldsOf, type Incident, incidentKey } from '#engine'
import { ruleInWords } from '../history/rule-in-words.ts'
import { nodeTitle } from '../node-title.ts'

/** Where a request could not go on, what is missing, and the ways that may be chosen. */
export function incidentView(incident: Incident, { definition, office, locale, agencyId, withheld }: Around) {
  const fields = fieldsOf(definition)
  return {
    key: incidentKey(incident),
    step: nodeTitle(definition, incident.node),
    code: incident.code,
    why:
      incident.inputs === null || withheld
        ? null
        : ruleInWords({ node: incident.node, taken: null, inputs: incident.inputs }, { definition, office, locale }),
    missing: incident.missing.map((id) => fields.get(id)?.label ?? id),
    taskHref: incident.taskId === null ? null : `/kerja/tugas/${agencyId}/${incident.taskId}`,
    exits: definition.flow.edges
      .filter(({ id }) => incident.exits.includes(id))
      .map((edge) => ({
        value: edge.id as string,
        label: edge.label || edge.statement || nodeTitle(definition, edge.to),
        help: nodeTitle(definition, edge.to),
      })),
  }
}
type Around = { definition: Definition; office: Office; locale: Locale; agencyId: string; withheld: boolean }

export type IncidentView = ReturnType<typeof incidentView>
