import type { Person, Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type Approver, listApprovers } from '#db/stores/approvals.ts'
import {
  listActs,
  type RecordedAct,
  readFacts,
  readLiving,
  readVersionBody,
  type StoredVersion,
  type VersionStatus,
} from '#db/stores/authoring-read.ts'
import { readRuleContext } from '#db/stores/rule-context.ts'
import type { VersionKey } from '#db/stores/version-life.ts'
import {
  AgencyProfile,
  type ApprovalMode,
  ApprovalRule,
  checkDefinition,
  type Definition,
  type Finding,
  type PartReadiness,
  readinessOf,
  waitingFor,
} from '#engine'
import { seatsToApprove } from './approve-draft.server.ts'
import { isOwnWork, writersOf } from './own-work.ts'
import { storedDefinition } from './stored-definition.server.ts'

export type ReviewPage = {
  agencyName: string
  zone: string
  profile: AgencyProfile
  office: string | null
  number: number
  status: VersionStatus
  digest: string
  author: string | null
  updatedAt: number
  definition: Definition
  /** What is in force while this version is on its way; null where nothing is. */
  inForce: { number: number; definition: Definition } | null
  findings: Finding[]
  /** How far each part is from being set. */
  readiness: PartReadiness[]
  /** The latest acts on this version. */
  acts: RecordedAct[]
  may: { submit: boolean; returnIt: boolean; approve: boolean; sign: boolean }
  /** The positions that approve it, where several do; in their order if one waits for the other. */
  approval: { mode: ApprovalMode; approvers: readonly (Approver & { turn: boolean })[] } | null
  /** Approving is for this person now, as far as positions are asked for. */
  turn: boolean
  /** This person wrote it, so somebody else approves and signs it (V11). */
  own: boolean
}

/** The version that is on its way (or the one named) as it would be set, with what still keeps it from being set. */
export async function readReview(
  input: VersionKey & { visitor: Visitor; version?: number },
  ports: Ports,
): Promise<Result<ReviewPage>> {
  const { visitor, agencyId, slug } = input
  const allowed = authorise(visitor, 'definition.read', { agencyId })
  if (!allowed.ok) return allowed
  const [facts, living, named, context, acts] = await Promise.all([
    readFacts(ports.db, input),
    readLiving(ports.db, input),
    input.version === undefined ? null : readVersionBody(ports.db, input, input.version),
    readRuleContext(ports.db, agencyId, ports.now()),
    listActs(ports.db, input, 100),
  ])
  const row = input.version === undefined ? mostUrgent(living) : named
  if (!facts || !row) return refuse({ code: 'not-found' })
  const definition = storedDefinition({ slug, ...row })
  const approvers = await approversOf(row, input, ports)
  const at = { agencyId }
  const known = { ...context, self: { slug, version: row.number } }
  const findings = checkDefinition(definition, known)
  const inForce = living.find(({ status }) => status === 'published')
  return ok({
    ...{ agencyName: facts.agencyName, zone: facts.zone, office: facts.office, profile: AgencyProfile.parse(facts.profile) },
    ...{ number: row.number, status: row.status, digest: row.digest, author: row.author, updatedAt: row.updatedAt, definition },
    inForce:
      inForce && onTheWay.includes(row.status)
        ? { number: inForce.number, definition: storedDefinition({ slug, ...inForce }) }
        : null,
    findings,
    readiness: readinessOf(definition, known, findings),
    acts: acts.filter(({ number }) => number === row.number),
    may: {
      submit: row.status === 'draft' && can(visitor, 'definition.submit', at),
      returnIt: row.status === 'in-review' && can(visitor, 'definition.review', at),
      approve: row.status === 'in-review' && can(visitor, 'definition.approve', at),
      sign: row.status === 'approved' && can(visitor, 'standard.publish', at),
    },
    approval: approvers,
    turn: isTurn(approvers, allowed.value, row, agencyId),
    own: isOwnWork(row, allowed.value.id),
  })
}

async function approversOf(row: StoredVersion, { agencyId, slug }: VersionKey, ports: Ports): Promise<ReviewPage['approval']> {
  if (row.approval === null || !['in-review', 'approved'].includes(row.status)) return null
  const rule = ApprovalRule.parse(row.approval)
  const approvers = await listApprovers(ports.db, { agencyId, slug, number: row.number }, ports.now())
  const given = approvers.filter(({ given }) => given !== null).map(({ positionId }) => positionId)
  const waiting: readonly string[] = row.status === 'in-review' ? waitingFor(rule, given) : []
  return { mode: rule.mode, approvers: approvers.map((one) => ({ ...one, turn: waiting.includes(one.positionId) })) }
}

function isTurn(approval: ReviewPage['approval'], person: Person, row: StoredVersion, agencyId: string): boolean {
  const held = seatsToApprove(person, agencyId, writersOf(row))
  return approval === null || approval.approvers.some(({ positionId, turn }) => turn && held.has(positionId))
}

const onTheWay: readonly VersionStatus[] = ['in-review', 'draft', 'approved']
const order: readonly VersionStatus[] = [...onTheWay, 'published']

const mostUrgent = (living: readonly StoredVersion[]): StoredVersion | null =>
  order.map((status) => living.find((row) => row.status === status)).find((row) => row !== undefined) ?? null
