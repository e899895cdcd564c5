import { currentSchemaVersion, Definition, type Identity } from './schema.ts'

/** A definition with a title and nothing else: what a new standard begins from. */
export function emptyDefinition({ title, kind }: Pick<Identity, 'title' | 'kind'>): Definition {
  const none = { items: [] }
  return Definition.parse({
    schemaVersion: currentSchemaVersion,
    identity: { title, kind },
    flow: { lanes: [], nodes: [], edges: [] },
    forms: [],
    components: {
      requirements: none,
      procedure: {},
      serviceTime: {},
      fee: { kind: 'unset' },
      products: none,
      complaints: {},
      legalBasis: none,
      facilities: none,
      competence: none,
      supervision: none,
      staffing: {},
      serviceGuarantee: none,
      safetyGuarantee: none,
      evaluation: none,
    },
    sop: kind === 'sop' ? {} : null,
  })
}
