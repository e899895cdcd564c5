import { z } from 'zod'
import { ok, refuse } from '#app/result.ts'
import { type Checked, readChecked } from '#app/use-cases/public/read-checked.server.ts'
import { type Answered, route } from './route.ts'

const Act = z.object({ id: z.string(), number: z.string(), signedOn: z.string(), effectiveOn: z.string() })
const Verification = z.object({
  code: z.string(),
  verdict: z
    .enum(['in-force', 'ending', 'not-yet', 'not-set', 'superseded', 'revoked', 'cancelled'])
    .meta({ description: 'By the date of today where the agency is; `ending`: in force until what replaces it begins' }),
  agency: z.string(),
  agencyName: z.string(),
  standard: z.string(),
  title: z.string(),
  version: z.number().int(),
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
    if (checked.refusal.code === 'not-found') return refuse({ code: 'not-found' })
    return refuse({ code: 'invalid', errors: [{ path: 'code', code: 'bad-code' }] })
  },
})

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
