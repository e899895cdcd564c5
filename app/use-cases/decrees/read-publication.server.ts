import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { isOwnWork } from '#app/use-cases/definitions/own-work.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { listSigners, readFacts, readLiving, type Signer } from '#db/stores/authoring-read.ts'
import { readRuleContext } from '#db/stores/rule-context.ts'
import { openSeries, peekNumbers, readPublished, type VersionKey } from '#db/stores/version-life.ts'
import { checkDefinition, civilDate, type Definition, type Finding, needsClass, printNumber } from '#engine'
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
  } | null
  inForce: { number: number; decree: string; decreeId: string } | null
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
  const [living, context, series, numbers, inForce, signers] = await Promise.all([
    readLiving(db, input),
    readRuleContext(db, agencyId, ports.now()),
    openSeries(db, agencyId),
    peekNumbers(db, agencyId, Number(today.slice(0, 4))),
    readPublished(db, input),
    listSigners(db, agencyId, ports.now()),
  ])
  const person = allowed.value
  const row = living.find(({ status }) => status === 'approved')
  const definition = row && storedDefinition({ slug, ...row })
  return ok({
    ...{ agencyName: facts.agencyName, zone: facts.zone, today, title: definition?.identity.title ?? facts.title, signers },
    approved:
      row && definition
        ? {
            ...{ number: row.number, digest: row.digest, author: row.author, definition },
            own: isOwnWork(row, person.id),
            blocking: checkDefinition(definition, { ...context, self: { slug, version: row.number } }).filter(
              ({ severity }) => severity !== 'warning',
            ),
          }
        : null,
    inForce: inForce && { number: inForce.number, decree: inForce.decree, decreeId: inForce.decreeId },
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
