import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { aFullStandard, anAgencyProfile, anUnsetPublication, aPublication } from '#test/builders/papers.ts'
import { cpsvService } from './cpsv.ts'
import { dataCatalogue } from './dcat.ts'
import type { PublishedStandard } from './published-standard.ts'
import { schemaOrgService } from './schema-org.ts'

const origin = 'https://standar.example.go.id'
const home = `${origin}/standar/dispus/ruang`
const aStandard = (over: Partial<PublishedStandard> = {}): PublishedStandard => ({
  ...{ agencyId: 'dispus', slug: 'ruang', agency: anAgencyProfile(), definition: aFullStandard() },
  ...{ publication: aPublication(), versions: [], begins: 'applicant' },
  ...over,
})
const free = () => {
  const definition = aFullStandard()
  definition.components.fee = { kind: 'free', words: ['Gratis'] }
  return aStandard({ definition })
}

/** The terms of schema.org that are more than words there, as its context of release 30 has them. Nothing comes from elsewhere. */
const terms = {
  '@vocab': 'http://schema.org/',
  ...Object.fromEntries(
    ['url', 'serviceUrl', 'sameAs'].map((name) => [name, { '@id': `http://schema.org/${name}`, '@type': '@id' }]),
  ),
  ...Object.fromEntries(
    ['legislationDate', 'legislationDateOfApplicability'].map((name) => [
      name,
      { '@id': `http://schema.org/${name}`, '@type': 'http://schema.org/Date' },
    ]),
  ),
}
async function documentLoader(url: string) {
  if (url !== 'https://schema.org') throw new Error(`${url} is not fetched here`)
  return { contextUrl: undefined, documentUrl: url, document: { '@context': terms } }
}

/** The statements of a document as N-Quads, each node without a name under one of its own. */
async function statements(document: unknown): Promise<string[]> {
  const made = await jsonld.toRDF(document as jsonld.JsonLdDocument, { format: 'application/n-quads', documentLoader })
  return String(made).trim().split('\n')
}
const s = 'http://schema.org/'
const has = (found: readonly string[], ...parts: string[]) => found.some((line) => parts.every((part) => line.includes(part)))

describe('a service for search engines', () => {
  it('is a government service of an agency, for an area, with its acts', async () => {
    const found = await statements(schemaOrgService(aStandard(), origin))
    const service = `<${home}#layanan>`
    expect(has(found, service, `<${s}GovernmentService>`)).toBe(true)
    expect(has(found, service, `<${s}name> "Peminjaman Ruang Baca"@id`)).toBe(true)
    expect(has(found, service, `<${s}serviceOperator> <${origin}/standar/dispus#unit>`)).toBe(true)
    expect(has(found, `<${s}name> "Kabupaten Contoh"@id`)).toBe(true)
    expect(has(found, `<${s}serviceUrl> <${origin}/ajukan/dispus/ruang>`)).toBe(true)
    expect(has(found, `<${s}legislationDate> "2026-03-17"^^<${s}Date>`)).toBe(true)
    expect(has(found, `<${s}legislationIdentifier> "7 /TAHUN 2026" .`)).toBe(true)
    expect(has(found, `<${s}legislationLegalForce> <https://schema.org/InForce>`)).toBe(true)
    expect(has(found, `<${s}telephone> "(0281) 555111" .`)).toBe(true)
  })

  it('says a price as a number, in rupiah, and nothing as zero', async () => {
    const found = await statements(schemaOrgService(aStandard(), origin))
    expect(has(found, `<${s}price> "1250000"^^<http://www.w3.org/2001/XMLSchema#integer>`)).toBe(true)
    expect(has(found, `<${s}priceCurrency> "IDR" .`)).toBe(true)
    expect(has(await statements(schemaOrgService(free(), origin)), `<${s}price> "0"^^`)).toBe(true)
  })

  it('is not in force without its decree, and offers no way in where there is none', async () => {
    const open = await statements(schemaOrgService(aStandard({ publication: anUnsetPublication(), begins: null }), origin))
    expect(has(open, 'legislationLegalForce')).toBe(false)
    expect(has(open, 'serviceUrl')).toBe(false)
    const over = await statements(schemaOrgService(aStandard({ publication: aPublication({ status: 'revoked' }) }), origin))
    expect(has(over, `<${s}legislationLegalForce> <https://schema.org/NotInForce>`)).toBe(true)
  })

  it.each([
    ['working days, which ISO 8601 cannot say', { amount: 1, unit: 'workingDay' }, null],
    ['working hours', { amount: 4, unit: 'hour' }, null],
    ['hours of the clock', { amount: 4, unit: 'hour', clock: 'calendar' }, 'PT4H'],
    ['a range of days, by its end', { amount: 3, upTo: 5, unit: 'calendarDay' }, 'P5D'],
  ])('promises a time only where it is true: %s', async (_, duration, iso) => {
    const definition = aFullStandard('x', { components: { serviceTime: { limits: [{ duration }] } } })
    const found = await statements(cpsvService(aStandard({ definition }), origin))
    const said = found.find((line) => line.includes('m8g/processingTime'))
    expect(said?.match(/"([^"]*)"/)?.[1] ?? null).toBe(iso)
  })
})

/** What each class must have at least, as the shapes of CPSV-AP 3.2.0 say. */
const mandatory: Readonly<Record<string, readonly string[]>> = {
  'http://purl.org/vocab/cpsv#PublicService': ['identifier', 'title', 'description', 'hasCompetentAuthority'],
  'http://data.europa.eu/m8g/PublicOrganisation': ['identifier', 'title', 'prefLabel', 'spatial'],
  'http://data.europa.eu/m8g/Requirement': ['identifier', 'title'],
  'http://purl.org/vocab/cpsv#Rule': ['identifier', 'title', 'description'],
  'http://data.europa.eu/m8g/Cost': ['identifier'],
  'http://data.europa.eu/m8g/Output': ['identifier', 'title'],
  'http://data.europa.eu/m8g/Channel': ['identifier'],
}
const literals = new Map([
  ['title', '@id'],
  ['description', '@id'],
  ['prefLabel', '@id'],
  ['fullAddress', '@id'],
])

describe('a service in CPSV-AP', () => {
  it('has all that the profile asks of each class, and no class is left out', async () => {
    const found = await statements(cpsvService(aStandard(), origin))
    const typed = found.filter((line) => line.includes('22-rdf-syntax-ns#type>'))
    for (const [type, properties] of Object.entries(mandatory)) {
      const nodes = typed.filter((line) => line.includes(`<${type}>`)).map((line) => line.split(' ')[0] ?? '')
      expect(nodes.length, type).toBeGreaterThan(0)
      for (const node of nodes)
        for (const property of properties) expect(has(found, `${node} <`, `${property}> `), `${type} ${property}`).toBe(true)
    }
  })

  it('gives texts their language, identifiers none, and every identifier once', async () => {
    const found = await statements(cpsvService(aStandard(), origin))
    for (const [name, language] of literals) {
      const texts = found.filter((line) => new RegExp(`[/#]${name}> "`).test(line))
      expect(texts.length, name).toBeGreaterThan(0)
      expect(texts.filter((line) => !line.endsWith(`"${language} .`))).toEqual([])
    }
    const identifiers = found.filter((line) => line.includes('terms/identifier>'))
    expect(identifiers.filter((line) => !line.endsWith('" .'))).toEqual([])
    expect(new Set(identifiers.map((line) => line.split(' ')[2])).size).toBe(identifiers.length)
  })

  it('gives costs as xsd:double and dates as xsd:date', async () => {
    const xsd = 'http://www.w3.org/2001/XMLSchema#'
    const found = await statements(cpsvService(aStandard(), origin))
    expect(has(found, `m8g/hasValue> "1.25E6"^^<${xsd}double>`)).toBe(true)
    expect(has(found, `m8g/currency> <http://publications.europa.eu/resource/authority/currency/IDR>`)).toBe(true)
    expect(has(found, `first_date_entry_in_force> "2026-04-01"^^<${xsd}date>`)).toBe(true)
    expect(has(await statements(cpsvService(free(), origin)), `m8g/hasValue> "0.0E0"^^<${xsd}double>`)).toBe(true)
  })

  it.each([
    ['approved', 'UnderDevelopment'],
    ['published', 'Completed'],
    ['superseded', 'Deprecated'],
    ['revoked', 'Withdrawn'],
    ['upcoming', 'UnderDevelopment'],
    ['cancelled', 'Withdrawn'],
  ] as const)('says of a version that is %s: %s', async (status, word) => {
    const found = await statements(cpsvService(aStandard({ publication: aPublication({ status }) }), origin))
    expect(has(found, `adms#status> <http://purl.org/adms/status/${word}>`)).toBe(true)
  })

  it('names no person, and nothing that is empty', async () => {
    const text = JSON.stringify([cpsvService(aStandard(), origin), schemaOrgService(aStandard(), origin)])
    expect(text).not.toMatch(/Petugas Aduan|197001012000031001|ASHA/)
    expect(text).not.toContain('""')
  })
})

it('lists standards as DCAT: sets of data with their forms, dates and addresses', async () => {
  const standards = [{ slug: 'ruang', definition: aFullStandard(), decree: { effectiveOn: '2026-04-01' } }]
  const found = await statements(dataCatalogue({ agencyId: 'dispus', agency: anAgencyProfile(), standards }, origin))
  const dcat = 'http://www.w3.org/ns/dcat#'
  expect(has(found, `<${origin}/standar/dispus/katalog.jsonld> <${dcat}dataset> <${home}#data>`)).toBe(true)
  expect(
    has(found, `<${home}#data> <http://purl.org/dc/terms/issued> "2026-04-01"^^<http://www.w3.org/2001/XMLSchema#date>`),
  ).toBe(true)
  expect(has(found, `<${home}#data> <http://purl.org/dc/terms/title> "Peminjaman Ruang Baca"@id`)).toBe(true)
  expect(has(found, `<${home}.json> <${dcat}accessURL> <${home}.json>`)).toBe(true)
  expect(has(found, `<${dcat}mediaType> <https://www.iana.org/assignments/media-types/application/json>`)).toBe(true)
})
