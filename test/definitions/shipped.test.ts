import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  AgencyFile,
  Calendar,
  CalendarTemplate,
  checkDefinition,
  type Definition,
  dueAt,
  evaluateCondition,
  type Finding,
  type FindingCode,
  factsOf,
  numberKey,
  parseDefinition,
  printDuration,
  printNumber,
  RegulationFile,
  StandardFile,
  shippedCalendar,
  stepRows,
} from '#engine'

const nothing = { data: {}, steps: {} }
const root = fileURLToPath(new URL('../../definitions/', import.meta.url))
const read = (path: string): unknown => JSON.parse(readFileSync(root + path, 'utf8'))
const templates = readdirSync(`${root}calendars`).map((file) => CalendarTemplate.parse(read(`calendars/${file}`)))
const agencies = ['agencies', 'demo'].flatMap((within) =>
  readdirSync(root + within).map((folder) => ({
    folder,
    path: `${within}/${folder}`,
    raw: read(`${within}/${folder}/agency.json`),
  })),
)
const standards = agencies.flatMap(({ folder, path, raw }) =>
  readdirSync(`${root}${path}/standards`).map((file) => ({
    name: `${folder}/${file.replace('.json', '')}`,
    agency: AgencyFile.parse(raw),
    raw: read(`${path}/standards/${file}`),
  })),
)
const standard = (slug: string) => StandardFile.parse(standards.find(({ name }) => name.endsWith(`/${slug}`))?.raw)

describe.each(agencies)('agency $folder', ({ folder, raw }) => {
  const agency = AgencyFile.parse(raw)

  it('is named as its folder and works on a calendar with hours', () => {
    expect(agency.id).toBe(folder)
    const calendar = shippedCalendar(agency, templates)
    expect(Calendar.parse(calendar).holidays.length).toBeGreaterThan(60)
  })
  it('has positions whose superiors exist and of whom somebody signs', () => {
    const ids = agency.positions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { superior } of agency.positions) if (superior) expect(ids).toContain(superior)
    expect(agency.positions.some(({ signs }) => signs)).toBe(true)
  })
  it('goes on numbering where its imported decrees stopped', () => {
    for (const decree of agency.decrees) {
      const series = agency.series.find(({ id }) => id === decree.series)
      const printed = printNumber(series?.pattern ?? '', { seq: decree.seq ?? 0, signedOn: decree.signedOn })
      expect(numberKey(printed)).toBe(numberKey(decree.number))
    }
  })
})

describe.each(standards)('standard $name', ({ name, agency, raw }) => {
  const { slug, status, decree, definition } = StandardFile.parse(raw)

  it('is named as its file, and its decree is one of its agency', () => {
    expect(name.endsWith(`/${slug}`)).toBe(true)
    if (status === 'published') expect(agency.decrees.map(({ id }) => id)).toContain(decree)
  })
  it('reads as a definition of the present schema', () => {
    const body = (raw as { definition: unknown }).definition
    expect(parseDefinition(body)).toEqual({ ok: true, definition })
  })
  it('passes every rule of a flow that runs and of papers that may be set', () =>
    expect(unmeant(findingsOf(slug, definition, agency)).filter(({ severity }) => severity !== 'warning')).toEqual([]))
  it('is warned of the faults that its source has, and of no other', () =>
    expect([...new Set(unmeant(findingsOf(slug, definition, agency)).map(({ code }) => code))].toSorted()).toEqual(
      (faultsOfSources[slug] ?? []).toSorted(),
    ))
  it('names only contacts of its agency', () => {
    const contacts = agency.profile.contacts.map(({ id }) => id)
    for (const { contact } of definition.components.complaints.channels) if (contact) expect(contacts).toContain(contact)
  })
  it('has every step on the canvas, no two in one place', () => {
    const places = definition.flow.nodes.map(({ id }) => definition.layout[id]).map((at) => at && `${at.x}/${at.y}`)
    expect(places).not.toContain(undefined)
    expect(new Set(places).size).toBe(places.length)
  })
  it('lists its steps in the order in which they are written', () => {
    const rows = stepRows(definition).map(({ node }) => node.id)
    expect(rows).toEqual(definition.flow.nodes.map(({ id }) => id).filter((id) => rows.includes(id)))
  })
})

it('versions that follow in a demonstration pass every rule as well', () => {
  const next = agencies.flatMap(({ path, raw }) =>
    existsSync(`${root}${path}/next`)
      ? readdirSync(`${root}${path}/next`).map((file) => ({ raw: read(`${path}/next/${file}`), agency: AgencyFile.parse(raw) }))
      : [],
  )
  expect(next.length).toBeGreaterThan(0)
  for (const { raw, agency } of next) {
    const parsed = parseDefinition(raw)
    expect(
      parsed.ok &&
        unmeant(checkDefinition(parsed.definition, { positions: agency.positions })).filter(
          ({ severity }) => severity !== 'warning',
        ),
    ).toEqual([])
  }
})

/** What the published papers got wrong (D1 to D12), kept as they were published, and what the demonstration lets be seen. */
const faultsOfSources: Readonly<Record<string, readonly FindingCode[]>> = {
  'liputan-kegiatan': [
    'channel-personal',
    'complaint-clocks-differ',
    'day-units-mixed',
    'drawing-differs',
    'staffing-below-lanes',
  ],
  'pembuatan-konten-media-sosial': [
    'channel-personal',
    'complaint-clocks-differ',
    'drawing-differs',
    'other-subject',
    'promise-elastic',
    'staffing-below-lanes',
  ],
  'penanganan-pengaduan': ['channel-personal', 'day-units-mixed'],
  'alur-upload-konten-media-sosial': ['law-replaced'],
  'izin-keramaian-umum': ['drawing-actor-twice', 'promise-too-short'],
  'pemeriksaan-lapangan': ['drawing-actor-twice', 'other-subject'],
  'rekap-pelayanan': ['drawing-actor-twice', 'other-subject'],
}

/** All that the rules say, when they know of the agency what a running product knows. */
function findingsOf(slug: string, definition: Definition, agency: AgencyFile): Finding[] {
  const own = standards.filter((one) => one.agency.id === agency.id).map(({ raw }) => StandardFile.parse(raw))
  const inForce = own.map(({ slug, definition: { identity, components } }) => ({
    slug,
    title: identity.title,
    complaintLimits: components.complaints.limits,
  }))
  const { positions, profile } = agency
  const calendar = shippedCalendar(agency, templates)
  return checkDefinition(definition, {
    ...{ positions, inForce, calendar, contacts: profile.contacts, self: { slug, version: 1 } },
    regulations: RegulationFile.parse(read('regulations/indonesia.json')).regulations,
  })
}

/** The permit of the demonstration leaves a number open on purpose, so that an incident can be seen. */
const unmeant = (findings: readonly Finding[]) =>
  findings.filter(({ code, edgeId }) => !(code === 'decision-field-may-be-empty' && edgeId === 'besarnya-memeriksa-lapangan'))

describe('time limits read and bind as the documents say', () => {
  it.each([
    ['pembuatan-konten-media-sosial', ['Maksimal 1 hari kerja']],
    ['liputan-kegiatan', ['4 jam']],
    ['informasi-di-media-sosial', ['30 hari kerja']],
  ])('%s: %s', (slug, printed) =>
    expect(standard(slug).definition.components.serviceTime.limits.map(({ duration }) => printDuration(duration, 'id'))).toEqual(
      printed,
    ),
  )

  it.each([
    ['pembuatan-konten', 'ringan', '5 hari kerja'],
    ['pembuatan-konten', 'normatif', '5 hari kerja'],
    ['pembuatan-konten', 'tidak-berkadar', '14 hari kerja'],
    ['pembuatan-konten', 'berkadar', '60 hari kerja'],
    ['liputan', 'ringan', '3 jam'],
    ['liputan', 'normatif', '5 jam'],
    ['lainnya', 'tidak-berkadar', '1 hari'],
    ['lainnya', 'berkadar', '30 hari kerja'],
  ])('a complaint about %s that is %s takes %s', (layananTerkait, klasifikasi, printed) => {
    const { definition } = standard('penanganan-pengaduan')
    const binding = definition.components.serviceTime.limits.filter(
      ({ when }) =>
        when && evaluateCondition(when, { ...factsOf(definition, nothing), data: { layananTerkait, klasifikasi } }) === true,
    )
    expect(binding.map(({ duration }) => printDuration(duration, 'id'))).toEqual([printed])
  })

  it('coverage counts clock hours from the event, even on a Sunday', () => {
    const { definition } = standard('liputan-kegiatan')
    const agency = AgencyFile.parse(agencies.find(({ folder }) => folder.startsWith('dinkominfo'))?.raw)
    const [limit] = definition.components.serviceTime.limits
    const event = Date.UTC(2026, 10, 22, 2)
    expect(limit && dueAt(limit.duration, event, shippedCalendar(agency, templates))?.at).toBe(event + 4 * 3_600_000)
  })
})
