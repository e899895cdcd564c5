import type { Person } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { isOwnWork } from '#app/use-cases/definitions/own-work.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import type { Db } from '#db/connection.ts'
import { type Effect, findSetting } from '#db/stores/acts.ts'
import { readRuleContext } from '#db/stores/rule-context.ts'
import { lockVersion, type VersionRow } from '#db/stores/version-life.ts'
import { checkDefinition, type Definition } from '#engine'
import { settingWords } from './act-words.server.ts'
import { type SignedAct, type Signing, signAct, signing } from './sign-act.server.ts'
import { lockTouched, refusedByWaiting, settledWith, type Target } from './targets.server.ts'
import { wrongSetting } from './wrong-setting.ts'

/** A standard to set; `digest` names the text that is signed, and another is not set (V6). */
export type ToSet = { slug: string; digest: string }
export type PublishInput = Signing & {
  /** In the order of their lampiran. */
  standards: readonly ToSet[]
  /** What the decree is about; by default what its standards say. */
  about?: string
  /** The decree that this one amends; then it sets only standards that stand by that one. */
  amends?: { decreeId: string; reason?: string }
  /** Decrees that end as a whole when this one begins. */
  revokes?: readonly string[]
}
export type Published = SignedAct & { standards: { slug: string; version: number }[] }

/**
 * Sets approved versions under one decree: number, dates, signatory, a lampiran each. One transaction takes the number, ends
 * what was in force and begins these, all or nothing, so that a failure leaves neither a gap nor half a publication (P4, P5).
 * A decree of a later date waits for its day. Asked twice by the same person for the same texts it is done once and answers
 * the same (V15).
 */
export function publish(input: PublishInput, ports: Ports): Promise<Result<Published>> {
  return signing(input, 'standard.publish', (tx, person) => setStandards(tx, input, person, ports), ports)
}

export type Chosen = { row: VersionRow; earlier: VersionRow | null; definition: Definition }

async function setStandards(tx: Db, input: PublishInput, person: Person, ports: Ports): Promise<Result<Published>> {
  const { agencyId, standards } = input
  const wrong = wrongSetting(input)
  if (wrong) return wrong
  const slugs = standards.map(({ slug }) => slug)
  const touched = await lockTouched(tx, agencyId, slugs, [
    ...(input.amends ? [input.amends.decreeId] : []),
    ...(input.revokes ?? []),
  ])
  if (!touched.ok) return touched
  const found = await rowsToSet(tx, input)
  if (found.every((one) => one.row === null)) return setAlready(tx, input, person)
  const chosen = await judged(tx, input, found, person, ports)
  if (!chosen.ok) return chosen
  const targets = touched.value.map((target) => target && settable(target))
  const missing = targets.indexOf(null)
  if (missing >= 0)
    return refuse({
      code: 'invalid',
      errors: [{ path: input.amends && missing === 0 ? 'amends' : 'revokes', code: 'not-standing' }],
    })
  const known = targets.filter((target) => target !== null)
  const [amended, revoked] = input.amends ? [known[0] ?? null, known.slice(1)] : [null, known]
  const outside = amended ? chosen.value.filter(({ earlier }) => !amended.family.includes(earlier?.decreeId ?? '')) : []
  if (outside.length > 0)
    return perStandard(outside.map(({ row }) => ({ slug: row.slug, refusal: { code: 'conflict', what: 'not-of-decree' } })))
  const waits = await refusedByWaiting(tx, agencyId, {
    slugs: slugsTouched(slugs, revoked),
    decrees: known.flatMap(({ family }) => family),
  })
  if (waits) return waits

  const signed = await signAct(
    tx,
    input,
    {
      act: amended ? 'amend' : 'set',
      kind: chosen.value.some(({ definition }) => definition.identity.kind === 'service') ? 'service' : 'sop',
      reason: input.amends?.reason?.trim() || null,
      ...settingWords(input, chosen.value, amended, revoked),
      items: chosen.value.map(({ row }) => ({ slug: row.slug, version: row.number, digest: row.digest })),
      effects: effectsOn(chosen.value, amended, revoked),
      settles: await settledWith(tx, agencyId, [
        ...chosen.value.map(({ earlier }) => earlier?.decreeId ?? null),
        ...known.flatMap(({ family }) => family),
      ]),
    },
    person,
    ports,
  )
  if (!signed.ok) return signed
  return ok({ ...signed.value, standards: chosen.value.map(({ row }) => ({ slug: row.slug, version: row.number })) })
}

/** Only what sets standards and is in force is amended or revoked. */
const settable = (target: Target): Target | null =>
  target.act.status === 'in-force' && (target.act.act === 'set' || target.act.act === 'amend') ? target : null

const slugsTouched = (slugs: readonly string[], revoked: readonly Target[]) => [
  ...new Set([...slugs, ...revoked.flatMap(({ standing }) => standing.map(({ slug }) => slug))]),
]

type Found = ToSet & { row: VersionRow | null; earlier: VersionRow | null }

/** Rows in the order of their names, then of their lampiran: who signs at the same time takes them in the same order. */
async function rowsToSet(tx: Db, { agencyId, standards }: PublishInput): Promise<Found[]> {
  const found = new Map<string, Found>()
  for (const standard of standards.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))) {
    const key = { agencyId, slug: standard.slug }
    const row = await lockVersion(tx, key, 'approved')
    found.set(standard.slug, { ...standard, row, earlier: await lockVersion(tx, key, 'published') })
  }
  return standards.flatMap(({ slug }) => found.get(slug) ?? [])
}

type Refused = { slug: string; refusal: AppRefusal }

/** One standard's refusal is the answer; of several each is named with its own. */
function perStandard(refused: readonly Refused[]): { ok: false; refusal: AppRefusal } {
  const [only] = refused
  return refused.length === 1 && only ? refuse(only.refusal) : refuse({ code: 'standards-refused', standards: refused })
}

/** Each standard is approved, as it was read, by others, and without findings that block; or all that is wrong with each. */
async function judged(
  tx: Db,
  input: PublishInput,
  found: readonly Found[],
  person: Person,
  ports: Ports,
): Promise<Result<Chosen[]>> {
  const context = await readRuleContext(tx, input.agencyId, ports.now())
  const refused: Refused[] = []
  const chosen: Chosen[] = []
  for (const { slug, digest, row, earlier } of found) {
    if (row === null) refused.push({ slug, refusal: { code: 'conflict', what: 'not-approved' } })
    else if (row.digest !== digest) refused.push({ slug, refusal: { code: 'conflict', what: 'changed' } })
    else if (isOwnWork(row, person.id)) refused.push({ slug, refusal: { code: 'own-work' } })
    else {
      const definition = storedDefinition(row)
      const findings = checkDefinition(definition, { ...context, self: { slug, version: row.number } })
      const blocking = findings.filter((finding) => finding.severity !== 'warning')
      if (blocking.length > 0) refused.push({ slug, refusal: { code: 'not-ready', findings: blocking } })
      else chosen.push({ row, earlier, definition })
    }
  }
  if (refused.length === 0) return ok(chosen)
  return input.standards.length === 1 ? perStandard(refused) : refuse({ code: 'standards-refused', standards: refused })
}

function effectsOn(chosen: readonly Chosen[], amended: Target | null, revoked: readonly Target[]): Effect[] {
  const own = chosen.flatMap(({ row, earlier }): Effect[] => {
    if (!earlier?.decreeId) return []
    const targetId = amended?.act.id ?? earlier.decreeId
    return [{ targetId, slug: row.slug, version: earlier.number, effect: amended ? 'amends' : 'replaces' }]
  })
  const replaced = new Set(chosen.map(({ row }) => row.slug))
  const ended = revoked.flatMap(({ family, standing }): Effect[] => [
    ...family.map((targetId): Effect => ({ targetId, slug: null, version: null, effect: 'revokes' })),
    ...standing
      .filter(({ slug }) => !replaced.has(slug))
      .map(({ slug, version, decreeId }): Effect => ({ targetId: decreeId, slug, version, effect: 'revokes' })),
  ])
  const seen = new Set<string>()
  return [...own, ...ended].filter(({ targetId, slug }) => {
    const name = `${targetId} ${slug ?? ''}`
    return seen.has(name) ? false : seen.add(name)
  })
}

/** The second click finds what the first one set. */
async function setAlready(tx: Db, input: PublishInput, person: Person): Promise<Result<Published>> {
  const { agencyId, standards } = input
  const standing = await findSetting(tx, agencyId, person.id, standards)
  if (!standing) return perStandard(standards.map(({ slug }) => ({ slug, refusal: { code: 'conflict', what: 'not-approved' } })))
  return ok({
    ...{ decreeId: standing.id, number: standing.number, status: standing.status },
    standards: standing.items.map(({ slug, version }) => ({ slug, version })),
  })
}
