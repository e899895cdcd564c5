import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { isOwnWork } from '#app/use-cases/definitions/own-work.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { type ApprovedStandard, readChoices, type StandingAct } from '#db/stores/acts.ts'
import { listSigners, readFacts, readLiving, type Signer } from '#db/stores/authoring-read.ts'
import { readRuleContext } from '#db/stores/rule-context.ts'
import { openSeries, peekNumbers, type VersionKey } from '#db/stores/version-life.ts'
import {
  type Correcting,
  checkDefinition,
  civilDate,
  correctingOf,
  type Definition,
  type Finding,
  needsClass,
  type PartReadiness,
  printNumber,
  type RuleContext,
  readinessOf,
} from '#engine'
import { seriesFor } from './publication-input.ts'

export type PublicationPage = {
  agencyName: string
  zone: string
  today: string
  title: string
  /** What would be set; null when nothing is approved. */
  approved: {
    number: number
    digest: string
    author: string | null
    definition: Definition
    own: boolean
    blocking: Finding[]
    /** How far each part is from being set. */
    readiness: PartReadiness[]
    /** Against the version in force: whether it could be a correction, and of what. */
    correcting: Correcting | null
  } | null
  inForce: { number: number; decree: string; decreeId: string } | null
  /** The act that waits for its day and touches this standard. */
  waits: StandingAct | null
  /** Other approved versions of the agency, which one decree may set together with this one. */
  others: ApprovedStandard[]
  /** Decrees in force that may be amended or revoked. */
  decrees: StandingAct[]
  series: { id: string; name: string; next: string; needsClass: boolean }[]
  /** This person's seats that sign. */
  seats: { positionId: string; title: string; kind: 'definitive' | 'plt' }[]
  signers: Signer[]
  maySign: boolean
  mayRevoke: boolean
}

/** Everything that the signing of a standard needs, as it stands today in the agency's zone. */
export async function readPublication(input: VersionKey & { visitor: Visitor }, ports: Ports): Promise<Result<PublicationPage>> {
  const { visitor, agencyId, slug } = input
  const allowed = authorise(visitor, 'definition.read', { agencyId })
  if (!allowed.ok) return allowed
  const { db } = ports
  const facts = await readFacts(db, input)
  if (!facts) return refuse({ code: 'not-found' })
  const today = civilDate(ports.now(), facts.zone)
  const person = allowed.value
  const [living, context, series, numbers, signers, { approved, acts }] = await Promise.all([
    readLiving(db, input),
    readRuleContext(db, agencyId, ports.now()),
    openSeries(db, agencyId),
    peekNumbers(db, agencyId, Number(today.slice(0, 4))),
    listSigners(db, agencyId, ports.now()),
    readChoices(db, agencyId, person.id),
  ])
  const row = living.find(({ status }) => status === 'approved')
  const standing = living.find(({ status }) => status === 'published')
  const inForce = inForceOf(acts, slug)
  const definition = row && storedDefinition({ slug, ...row })
  return ok({
    ...{ agencyName: facts.agencyName, zone: facts.zone, today, title: definition?.identity.title ?? facts.title, signers },
    approved:
      row && definition
        ? {
            ...{ number: row.number, digest: row.digest, author: row.author, definition },
            own: isOwnWork(row, person.id),
            ...standingOf(definition, { ...context, self: { slug, version: row.number } }),
            correcting: standing && inForce ? correctingOf(storedDefinition({ slug, ...standing }), definition) : null,
          }
        : null,
    inForce,
    waits: acts.find((act) => act.status === 'upcoming' && touches(act, slug)) ?? null,
    others: approved.filter((one) => one.slug !== slug),
    decrees: acts.filter(({ status }) => status === 'in-force'),
    series: seriesFor(series, definition?.identity.kind ?? 'service').map(({ id, name, pattern }) => ({
      ...{ id, name, needsClass: needsClass(pattern) },
      next: printNumber(pattern, { seq: numbers.get(id) ?? 1, signedOn: today, class: '…' }),
    })),
    seats: person.seats
      .filter((seat) => seat.agencyId === agencyId && seat.signs)
      .flatMap(({ positionId, title, kind }) => (kind === 'plh' || kind === 'delegate' ? [] : [{ positionId, title, kind }])),
    maySign: can(visitor, 'standard.publish', { agencyId }),
    mayRevoke: can(visitor, 'standard.revoke', { agencyId }),
  })
}

/** What keeps a version from being set, and how far its parts are. */
function standingOf(definition: Definition, context: RuleContext) {
  const findings = checkDefinition(definition, context)
  const blocking = findings.filter(({ severity }) => severity !== 'warning')
  return { blocking, readiness: readinessOf(definition, context, findings) }
}

function inForceOf(acts: readonly StandingAct[], slug: string): PublicationPage['inForce'] {
  const act = acts.find(({ status, items }) => status === 'in-force' && items.some((item) => item.slug === slug))
  const item = act?.items.find((one) => one.slug === slug)
  return act && item ? { number: item.version, decree: act.number, decreeId: act.id } : null
}

const touches = ({ items, ends }: StandingAct, slug: string) => ends.includes(slug) || items.some((item) => item.slug === slug)
