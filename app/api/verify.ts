import { z } from 'zod'
import { ok, refuse } from '#app/result.ts'
import { readAct } from '#app/use-cases/public/read-act.server.ts'
import { type Checked, readChecked, readCheckedAct } from '#app/use-cases/public/read-checked.server.ts'
import type { DecreeStatus } from '#engine'
import { type Answered, type Raw, route } from './route.ts'

const Act = z.object({ id: z.string(), number: z.string(), signedOn: z.string(), effectiveOn: z.string() })
const Verification = z.object({
  code: z.string(),
  verdict: z
    .enum(['in-force', 'ending', 'not-yet', 'not-set', 'superseded', 'revoked', 'cancelled'])
    .meta({ description: 'By the date of today where the agency is; `ending`: in force until what replaces it begins' }),
  agency: z.string(),
  agencyName: z.string(),
  standard: z.string().nullable().meta({ description: 'Null for the paper of a decree that only changes or ends others' }),
  title: z.string(),
  version: z.number().int().nullable(),
  digest: z.string(),
  decree: Act.nullable(),
  replacedBy: z.object({ version: z.number().int(), decree: Act.nullable() }).nullable(),
  revoked: z
    .object({ decree: z.string().nullable(), decreeId: z.string().nullable(), reason: z.string().nullable(), on: z.string() })
    .nullable()
    .meta({
      description: 'The act that revoked or cancelled it, and its day; without a known act, the day on which that was recorded',
    }),
  endsBy: Act.nullable().meta({ description: 'The act whose day is to come and that ends it then' }),
  correctedOn: z.string().nullable().meta({ description: 'Where what replaced it corrects it under the same decree' }),
  versionInForce: z.number().int().nullable(),
})

const verify = route({
  method: 'get',
  path: '/verify/{code}',
  id: 'verifyCode',
  summary: 'What the code on a paper says of it today',
  tag: 'standards',
  public: true,
  params: z.strictObject({ code: z.string().min(1).max(80) }),
  answer: Verification,
  async run({ path, ports }): Promise<Answered> {
    const checked = await readChecked(path.code, ports)
    if (checked.ok) return ok({ body: verificationOf(checked.value) })
    if (checked.refusal.code === 'not-found') return ofAct(path.code, ports)
    return refuse({ code: 'invalid', errors: [{ path: 'code', code: 'bad-code' }] })
  },
})

const verdicts = {
  upcoming: 'not-yet',
  'in-force': 'in-force',
  superseded: 'superseded',
  revoked: 'revoked',
  cancelled: 'cancelled',
} as const satisfies Record<DecreeStatus, Checked['verdict']>

/** A decree that sets no standard bears a code of its own. */
async function ofAct(code: string, ports: Raw['ports']): Promise<Answered> {
  const named = await readCheckedAct(code, ports)
  const act = named && (await readAct({ agency: named.agencyId, id: named.id }, ports))
  if (!act?.ok) return refuse({ code: 'not-found' })
  const { decree, paper } = act.value
  const { id, number, signedOn, effectiveOn, agencyId, agencyName, about, status, touchedBy } = decree
  const ended = touchedBy.find(({ effect }) => effect === 'cancels')?.decree
  const body: z.infer<typeof Verification> = {
    ...{
      code: act.value.code,
      verdict: verdicts[status],
      agency: agencyId,
      agencyName,
      standard: null,
      title: about,
      version: null,
    },
    ...{ digest: paper.standing.digest, decree: { id, number, signedOn, effectiveOn }, replacedBy: null, endsBy: null },
    revoked: ended ? { decree: ended.number, decreeId: ended.id, reason: null, on: ended.signedOn } : null,
    ...{ correctedOn: null, versionInForce: null },
  }
  return ok({ body })
}

function verificationOf(checked: Checked): z.infer<typeof Verification> {
  const { agencyId, agencyName, slug, title, version, code, verdict, digest, decree, next, ended, comes, correctedOn, instead } =
    checked
  const act = decree && { id: decree.id, number: decree.number, signedOn: decree.signedOn, effectiveOn: decree.effectiveOn }
  return {
    ...{ code, verdict, agency: agencyId, agencyName, standard: `${agencyId}/${slug}`, title, version, digest },
    decree: act,
    replacedBy: next,
    revoked: ended && {
      ...{ decree: ended.decree?.number ?? null, decreeId: ended.decree?.id ?? null },
      ...{ reason: ended.reason, on: ended.on },
    },
    endsBy: comes && { id: comes.id, number: comes.number, signedOn: comes.signedOn, effectiveOn: comes.effectiveOn },
    correctedOn,
    versionInForce: verdict === 'in-force' || verdict === 'ending' ? version : instead,
  }
}

export const verifyRoutes = [verify]
