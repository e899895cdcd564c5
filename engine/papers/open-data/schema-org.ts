import type { AgencyProfile } from '../../agency.ts'
import type { Components, Regulation } from '../../definition/index.ts'
import { standingOf } from '../publication.ts'
import { areaOf, contactOf, descriptionOf, type Linked, promisedTime, reachableChannels } from './linked.ts'
import { addressesOf, type PublishedStandard } from './published-standard.ts'

const plain = (term: string) => ({ '@id': `http://schema.org/${term}`, '@language': null })

/** The words are Indonesian; numbers, addresses and codes belong to no language. */
const context: Linked = [
  'https://schema.org',
  {
    '@language': 'id',
    telephone: plain('telephone'),
    email: plain('email'),
    priceCurrency: plain('priceCurrency'),
    availableLanguage: plain('availableLanguage'),
    termsOfService: { '@id': 'http://schema.org/termsOfService', '@type': '@id' },
    legislationIdentifier: plain('legislationIdentifier'),
  },
]

/** A service as search engines read it (schema.org `GovernmentService`), with the agency and the acts it rests on. */
export function schemaOrgService(standard: PublishedStandard, origin: string): Linked {
  const { definition, publication, agency } = standard
  const { components, identity } = definition
  const at = addressesOf(standard, origin)
  const unit = `${at.agency}#unit`
  return {
    '@context': context,
    '@type': 'GovernmentService',
    '@id': `${at.standard}#layanan`,
    name: identity.title,
    description: descriptionOf(definition),
    url: at.standard,
    serviceOperator: organization(standard, origin),
    provider: { '@id': unit },
    areaServed: { '@type': 'AdministrativeArea', name: areaOf(agency) },
    availableChannel: channelsOf(standard, origin),
    offers: offersOf(components.fee),
    serviceOutput: components.products.items.map((name) => ({ '@type': 'Thing', name })),
    termsOfService: at.version(publication.version),
    subjectOf: [...decreeOf(standard, origin), ...components.legalBasis.items.map(legislation)],
  }
}

function organization(standard: PublishedStandard, origin: string): Linked {
  const { agency, definition } = standard
  const at = addressesOf(standard, origin)
  return {
    '@type': 'GovernmentOrganization',
    '@id': `${at.agency}#unit`,
    name: agency.name,
    alternateName: agency.shortName,
    url: at.agency,
    ...(agency.address ? { address: agency.address } : {}),
    ...contacts(agency),
    parentOrganization: { '@type': 'GovernmentOrganization', name: agency.government },
    contactPoint: reachableChannels(definition, agency).map(({ name, telephone, email, page }) => ({
      '@type': 'ContactPoint',
      contactType: 'pengaduan',
      name,
      ...(telephone ? { telephone } : {}),
      ...(email ? { email } : {}),
      ...(page ? { url: page } : {}),
    })),
  }
}

function contacts(agency: AgencyProfile): Record<string, Linked> {
  const [telephone, email, web] = [contactOf(agency, 'phone'), contactOf(agency, 'email'), contactOf(agency, 'web')]
  return { ...(telephone ? { telephone } : {}), ...(email ? { email } : {}), ...(web?.startsWith('http') ? { sameAs: web } : {}) }
}

/** At the office, and where it can be begun here, on the web. */
function channelsOf(standard: PublishedStandard, origin: string): Linked[] {
  const { agency, begins, definition } = standard
  const time = promisedTime(definition)
  const shared = { '@type': 'ServiceChannel', availableLanguage: 'id', ...(time ? { processingTime: time } : {}) }
  const telephone = contactOf(agency, 'phone')
  const office = agency.address && {
    ...shared,
    serviceLocation: { '@type': 'Place', name: agency.name, address: agency.address },
    ...(telephone ? { servicePhone: { '@type': 'ContactPoint', telephone } } : {}),
  }
  return [...(office ? [office] : []), ...(begins ? [{ ...shared, serviceUrl: addressesOf(standard, origin).apply }] : [])]
}

function offersOf(fee: Components['fee']): Linked[] {
  const offer = { '@type': 'Offer', priceCurrency: 'IDR' }
  switch (fee.kind) {
    case 'unset':
      return []
    case 'free':
      return [{ ...offer, price: 0, description: fee.words.join(' ') || 'Tidak dipungut biaya' }]
    case 'tariff':
      return fee.lines.map(({ what, rupiah, per }) => ({
        ...offer,
        name: what,
        price: rupiah,
        ...(per
          ? { priceSpecification: { '@type': 'UnitPriceSpecification', price: rupiah, priceCurrency: 'IDR', unitText: per } }
          : {}),
      }))
  }
}

function decreeOf(standard: PublishedStandard, origin: string): Linked[] {
  const { publication } = standard
  if (!publication.decree) return []
  const { number, about, signedOn, effectiveOn } = publication.decree
  const at = addressesOf(standard, origin)
  const force = standingOf(publication).kind === 'in-force' ? 'InForce' : 'NotInForce'
  return [
    {
      '@type': 'Legislation',
      legislationType: 'Keputusan',
      legislationIdentifier: number,
      name: about,
      legislationDate: signedOn,
      legislationDateOfApplicability: effectiveOn,
      legislationPassedBy: { '@id': `${at.agency}#unit` },
      legislationLegalForce: { '@id': `https://schema.org/${force}` },
      url: `${at.version(publication.version)}/sk`,
    },
  ]
}

const legislation = ({ text, type, number }: Regulation): Linked => ({
  '@type': 'Legislation',
  name: text,
  ...(type ? { legislationType: type } : {}),
  ...(number ? { legislationIdentifier: number } : {}),
})
