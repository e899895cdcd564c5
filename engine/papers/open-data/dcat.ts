import type { AgencyProfile } from '../../agency.ts'
import type { Definition } from '../../definition/index.ts'
import type { CivilDate } from '../../instant.ts'
import { areaOf, descriptionOf, type Linked } from './linked.ts'
import { addressesOf } from './published-standard.ts'

const context: Linked = {
  '@language': 'id',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'dct:identifier': { '@language': null },
  'dct:issued': { '@type': 'xsd:date' },
  'dcat:landingPage': { '@type': '@id' },
  'dcat:accessURL': { '@type': '@id' },
  'dcat:mediaType': { '@type': '@id' },
}

/** A standard in force, as a catalogue lists it. */
export type CataloguedStandard = { slug: string; definition: Definition; decree: { effectiveOn: CivilDate } }

/** The standards in force of an agency as a catalogue of data (DCAT): what there is of each, and in which forms. */
export function dataCatalogue(
  { agencyId, agency, standards }: { agencyId: string; agency: AgencyProfile; standards: readonly CataloguedStandard[] },
  origin: string,
): Linked {
  const { agency: home } = addressesOf({ agencyId, slug: '' }, origin)
  const publisher: Linked = { '@id': `${home}#unit`, '@type': 'foaf:Agent', 'foaf:name': agency.name }
  return {
    '@context': context,
    '@id': `${home}/katalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': `Standar pelayanan dan SOP ${agency.name}`,
    'dct:description': `Standar yang berlaku di ${agency.name}, ${areaOf(agency)}, sebagai data terbuka.`,
    'dct:publisher': publisher,
    'dct:spatial': { '@id': `${home}#wilayah`, '@type': 'dct:Location', 'locn:geographicName': areaOf(agency) },
    'dcat:landingPage': home,
    'dcat:dataset': standards.map((standard) => dataset(agencyId, standard, origin)),
  }
}

function dataset(agencyId: string, { slug, definition, decree }: CataloguedStandard, origin: string): Linked {
  const { standard, agency } = addressesOf({ agencyId, slug }, origin)
  const service = definition.identity.kind === 'service'
  const forms = [
    { end: '.json', type: 'application/json' },
    ...(service ? [{ end: '/cpsv.jsonld', type: 'application/ld+json' }] : []),
    { end: service ? '/lembar.pdf' : '/sop.pdf', type: 'application/pdf' },
  ]
  return {
    '@id': `${standard}#data`,
    '@type': 'dcat:Dataset',
    'dct:identifier': standard,
    'dct:title': definition.identity.title,
    'dct:description': descriptionOf(definition),
    'dct:publisher': { '@id': `${agency}#unit` },
    'dct:issued': decree.effectiveOn,
    'dcat:landingPage': standard,
    'dcat:distribution': forms.map(({ end, type }) => ({
      '@id': standard + end,
      '@type': 'dcat:Distribution',
      'dcat:accessURL': standard + end,
      'dcat:mediaType': `https://www.iana.org/assignments/media-types/${type}`,
    })),
  }
}
