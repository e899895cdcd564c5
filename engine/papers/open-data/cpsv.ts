import type { Components, Definition } from '../../definition/index.ts'
import { textOf } from '../block-text.ts'
import { componentContent } from '../component-content.ts'
import { headingOf } from '../headings.ts'
import type { Publication } from '../publication.ts'
import { areaOf, descriptionOf, type Linked, promisedTime, reachableChannels } from './linked.ts'
import { addressesOf, type PublishedStandard } from './published-standard.ts'

const plain = { '@language': null }
const day = { '@type': 'xsd:date' }

/** Inside the document, so that nothing is fetched to read it. Words are Indonesian, identifiers of no language. */
const context: Linked = {
  '@language': 'id',
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'dct:identifier': plain,
  'cv:telephone': plain,
  'cv:email': plain,
  'eli:number': plain,
  'cv:hasValue': { '@type': 'xsd:double' },
  'cv:processingTime': { '@type': 'xsd:duration' },
  'eli:date_document': day,
  'eli:first_date_entry_in_force': day,
}

const authority = 'http://publications.europa.eu/resource/authority'
const indonesian: Linked = { '@id': `${authority}/language/IND`, '@type': 'dct:LinguisticSystem' }
const rupiah: Linked = { '@id': `${authority}/currency/IDR`, '@type': 'skos:Concept' }
const statuses = {
  approved: 'UnderDevelopment',
  upcoming: 'UnderDevelopment',
  published: 'Completed',
  superseded: 'Deprecated',
  revoked: 'Withdrawn',
  cancelled: 'Withdrawn',
} as const satisfies Record<Publication['status'], string>

/**
 * A service in the vocabulary of public services of the European Union, CPSV-AP 3.2.0. What an act says of the service is a
 * Rule: how it is had, and how long it takes, since working time has no `xsd:duration`.
 */
export function cpsvService(standard: PublishedStandard, origin: string): Linked {
  const { definition, publication, agency, begins } = standard
  const { identity, components } = definition
  const at = addressesOf(standard, origin)
  const part = partsOf(at.version(publication.version))
  const time = promisedTime(definition)
  return {
    '@context': context,
    '@id': `${at.standard}#layanan`,
    '@type': 'cpsv:PublicService',
    'dct:identifier': at.standard,
    'dct:title': identity.title,
    'dct:description': descriptionOf(definition),
    'dct:language': indonesian,
    'adms:status': statusOf(publication),
    'dct:spatial': { '@id': `${at.agency}#wilayah` },
    'cv:hasCompetentAuthority': organisation(standard, origin),
    'cv:holdsRequirement': components.requirements.items.map((text, n) => part(`syarat-${n + 1}`, 'cv:Requirement', text)),
    'cpsv:follows': rulesOf(standard, part),
    'cv:hasLegalResource': legalResources(standard, part),
    'cv:hasCost': costsOf(components.fee, part),
    'cpsv:produces': components.products.items.map((text, n) => part(`produk-${n + 1}`, 'cv:Output', text)),
    ...(begins ? { 'cv:hasChannel': { '@id': at.apply, '@type': 'cv:Channel', 'dct:identifier': at.apply } } : {}),
    ...(time ? { 'cv:processingTime': time } : {}),
    'cv:contactPoint': reachableChannels(definition, agency).map(({ name, telephone, email, page }) => ({
      '@type': 'cv:ContactPoint',
      'dct:title': name,
      ...(telephone ? { 'cv:telephone': telephone } : {}),
      ...(email ? { 'cv:email': email } : {}),
      ...(page ? { 'cv:contactPage': { '@id': page, '@type': 'foaf:Document' } } : {}),
    })),
    'foaf:page': { '@id': at.version(publication.version), '@type': 'foaf:Document' },
  }
}

type Part = (name: string, type: string, title?: string) => { readonly [key: string]: Linked }

/** A thing that belongs to the version, with an identifier of its own. */
const partsOf =
  (version: string): Part =>
  (name, type, title) => ({
    '@id': `${version}#${name}`,
    '@type': type,
    'dct:identifier': `${version}#${name}`,
    ...(title === undefined ? {} : { 'dct:title': title }),
  })

const statusOf = ({ status }: Publication): Linked => ({
  '@id': `http://purl.org/adms/status/${statuses[status]}`,
  '@type': 'skos:Concept',
})

function organisation(standard: PublishedStandard, origin: string): Linked {
  const { agency } = standard
  const { agency: home } = addressesOf(standard, origin)
  return {
    '@id': `${home}#unit`,
    '@type': 'cv:PublicOrganisation',
    'dct:identifier': home,
    'dct:title': agency.name,
    'skos:prefLabel': agency.name,
    'dct:spatial': { '@id': `${home}#wilayah`, '@type': 'dct:Location', 'locn:geographicName': areaOf(agency) },
    ...(agency.address ? { 'locn:address': { '@type': 'locn:Address', 'locn:fullAddress': agency.address } } : {}),
  }
}

function rulesOf({ definition, agency }: PublishedStandard, part: Part): Linked[] {
  return (['procedure', 'serviceTime'] as const).flatMap((key) => {
    const text = textOf(componentContent(definition, key, agency, 'number'))
    if (text === '') return []
    const name = key === 'procedure' ? 'prosedur' : 'waktu'
    return [{ ...part(name, 'cpsv:Rule', headingOf(definition, key)), 'dct:description': text, 'dct:language': indonesian }]
  })
}

function legalResources({ definition, publication }: PublishedStandard, part: Part): Linked[] {
  const { decree } = publication
  const set = decree && {
    ...part('sk', 'eli:LegalResource', decree.about),
    'eli:number': decree.number,
    'eli:date_document': decree.signedOn,
    'eli:first_date_entry_in_force': decree.effectiveOn,
  }
  const basis: Definition['components']['legalBasis']['items'] = definition.components.legalBasis.items
  return [...(set ? [set] : []), ...basis.map(({ text }, n) => part(`dasar-hukum-${n + 1}`, 'eli:LegalResource', text))]
}

function costsOf(fee: Components['fee'], part: Part): Linked[] {
  const cost = (name: string, value: number, description: string): Linked => ({
    ...part(name, 'cv:Cost'),
    'cv:hasValue': value,
    'cv:currency': rupiah,
    'dct:description': description,
  })
  switch (fee.kind) {
    case 'unset':
      return []
    case 'free':
      return [cost('biaya', 0, fee.words.join(' ') || 'Tidak dipungut biaya')]
    case 'tariff':
      return fee.lines.map(({ what, rupiah: amount, per }, n) =>
        cost(`biaya-${n + 1}`, amount, per ? `${what}, per ${per}` : what),
      )
  }
}
