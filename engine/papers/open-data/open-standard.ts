import type { Definition, SopBlock } from '../../definition/index.ts'
import { type RowNode, stepRows } from '../../definition/rows.ts'
import { sopFlow } from '../sop-paper.ts'
import { openComponents } from './open-components.ts'
import { openDuration, openRegulation } from './open-duration.ts'
import { addressesOf, type PublishedStandard } from './published-standard.ts'
import type { OpenDuration, OpenPaper, OpenStandard } from './standard-schema.ts'

/**
 * The whole public content of a version as one document of data. Same input, same document, in the same order of fields.
 * @param origin  the address under which people know the site; ids and links begin with it
 * @param papers  the papers that can be had of the version
 */
export function openStandard(standard: PublishedStandard, origin: string, papers: readonly OpenPaper[]): OpenStandard {
  const { agencyId, slug, agency, definition, publication, versions, begins } = standard
  const { title, kind, summary, unit } = definition.identity
  const at = addressesOf(standard, origin)
  return {
    $schema: at.schema,
    schemaVersion: 1,
    id: at.version(publication.version),
    url: at.standard,
    agency: {
      ...{ id: agencyId, name: agency.name, government: agency.government, address: agency.address || null },
      contacts: agency.contacts.map(({ kind, value }) => ({ kind, value })),
      url: at.agency,
    },
    ...{ slug, title, kind, summary: summary || null, unit: unit || null, language: 'id' },
    ...{ version: publication.version, status: publication.status, digest: publication.digest },
    decree: decreeOf(publication),
    supersededBy: publication.supersededBy && {
      ...publication.supersededBy,
      url: at.version(publication.supersededBy.version),
    },
    endedBy: publication.endedBy ?? null,
    apply: begins && at.apply,
    components: openComponents(definition, agency),
    ...stepsOf(definition),
    sop: definition.sop && sopOf(definition.sop, definition, publication),
    versions: versions.map(({ number, status, digest, decree }) => ({
      ...{ version: number, status, digest },
      decree: decree && { number: decree.number, signedOn: decree.signedOn, effectiveOn: decree.effectiveOn },
      url: at.version(number),
    })),
    papers: [...papers],
  }
}

function decreeOf({ decree }: PublishedStandard['publication']): OpenStandard['decree'] {
  if (!decree) return null
  const { number, about, signedOn, effectiveOn, signatory } = decree
  const acting = signatory.seat === 'plt' || signatory.seat === 'plh' ? signatory.seat : null
  return { number, about, signedOn, effectiveOn, signatory: { name: signatory.name, office: signatory.title, acting } }
}

function stepsOf(definition: Definition): Pick<OpenStandard, 'lanes' | 'steps'> {
  const flow = sopFlow(definition)
  const nodes = new Map(stepRows(definition).map(({ number, node }) => [number, node]))
  const kinds = new Map(definition.flow.lanes.map(({ id, kind }) => [id, kind]))
  const steps = flow.steps.map((step) => {
    const node = nodes.get(step.number)
    const { number, activity, lane, joint, mark, first, requirements, time, output, remarks, exits } = step
    return {
      ...{ number, activity, statement: node?.statement || null, lane, joint: [...joint], symbol: mark, first },
      ...{ requirements: [...requirements], time, duration: node ? durationOf(node) : null },
      ...{ output: [...output], remarks: [...remarks] },
      exits: exits.map(({ label, to }) => ({ label, to: [...to] })),
    }
  })
  return { lanes: flow.lanes.map(({ id, name }) => ({ id, name, kind: kinds.get(id) ?? 'positions' })), steps }
}

function durationOf(node: RowNode): OpenDuration | null {
  return node.kind === 'task' && node.duration ? openDuration(node.duration) : null
}

/** Number and dates that the SOP leaves open come from its decree, as on the paper. */
function sopOf(sop: SopBlock, { identity }: Definition, { decree }: PublishedStandard['publication']): OpenStandard['sop'] {
  return {
    name: sop.name || identity.title,
    number: sop.number ?? decree?.number ?? null,
    madeOn: sop.madeOn ?? decree?.signedOn ?? null,
    revisedOn: sop.revisedOn ?? null,
    effectiveOn: sop.effectiveOn ?? decree?.effectiveOn ?? null,
    legalBasis: sop.legalBasis.map(openRegulation),
    ...{ qualifications: sop.qualifications, related: sop.related, equipment: sop.equipment },
    ...{ warnings: sop.warnings, records: sop.records },
  }
}
