import type { Person, Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import { askWithin } from '#app/papers/signing/ask-within.ts'
import type { SignatureProvider, SigningProblem } from '#app/papers/signing/provider.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { decreeId } from '#app/use-cases/public/address.ts'
import { type DecreeFile, type DecreeKey, readSignedDecree, readSignedPaper, type SignedDecree } from '#db/stores/decree-files.ts'
import { countAttempt } from '#db/stores/rate-limits.ts'
import { checkSignedPaper } from './check-signed-paper.server.ts'
import { freezePaper } from './frozen-paper.server.ts'
import { type KeptPaper, keepSignedPaper } from './keep-signed-paper.server.ts'

export type SignInput = DecreeKey & {
  visitor: Visitor
  /** Goes to the service and nowhere else: it is neither kept nor written to any log. */
  passphrase: string
  /** Number of the signed paper that stood when the form was shown, 0 for none; another one is not replaced unseen. */
  standing: number
}

const refusals = {
  'wrong-passphrase': 'wrong-passphrase',
  refused: 'signing-refused',
  unavailable: 'signing-unavailable',
  timeout: 'signing-timeout',
} as const satisfies Record<SigningProblem, AppRefusal['code']>

/** Two clicks on one form ask the service once; what is kept, the lock of the decree decides. */
const underWay = new Map<string, Promise<Result<KeptPaper>>>()

/**
 * Has the paper of a decree signed by the configured service, in the name of the person who set it. The service is asked
 * outside of any transaction; what it answers is read and checked as a stranger's file would be, and recorded once.
 */
export async function signWithProvider(input: SignInput, ports: Ports): Promise<Result<KeptPaper>> {
  const allowed = authorise(input.visitor, 'decree.sign', input)
  if (!allowed.ok) return allowed
  const person = allowed.value
  const { provider } = ports.signing
  const decree = decreeId.test(input.decreeId) ? await readSignedDecree(ports.db, input) : null
  if (!decree || !provider) return refuse({ code: 'not-found' })
  // The paper says who signs it; nobody else's certificate belongs on it.
  if (decree.signatory.personId !== person.id) return refuse({ code: 'not-allowed', action: 'decree.sign' })
  if (input.passphrase === '') return refuse({ code: 'invalid', errors: [{ path: 'passphrase', code: 'required' }] })
  const key = [input.agencyId, input.decreeId, person.id, input.standing].join('/')
  const running = underWay.get(key)
  if (running) return running
  const signing = signOnce(input, { decree, person, provider }, ports).finally(() => underWay.delete(key))
  underWay.set(key, signing)
  return signing
}

type Asked = { decree: SignedDecree; person: Person; provider: SignatureProvider }

async function signOnce(input: SignInput, { decree, person, provider }: Asked, ports: Ports): Promise<Result<KeptPaper>> {
  const isMet = (standing: DecreeFile) =>
    standing.number !== input.standing && standing.kind === 'provider' && standing.by === person.id
  const before = await readSignedPaper(ports.db, input)
  if (before && isMet(before)) return ok(before)
  if ((before?.number ?? 0) !== input.standing) return refuse({ code: 'conflict', what: 'changed' })
  const retryAfterSeconds = await countAttempt(ports.db, rateOf(person.id, ports), ports.now())
  if (retryAfterSeconds) return refuse({ code: 'rate-limited', retryAfterSeconds })
  const paper = await freezePaper(input, decree, person, ports)
  if (!paper.ok) return paper
  const who = { name: decree.signatory.name ?? person.name, nip: decree.signatory.nip ?? null, passphrase: input.passphrase }
  const answer = await askWithin(limits.signing.serviceMs, provider, paper.value.pdf, who)
  if (!answer.ok) return refuse({ code: refusals[answer.problem] })
  const checked = await checkSignedPaper(input, answer.pdf, ports)
  if (!checked.ok) return refuse({ code: 'signing-unavailable' })
  const signed = { kind: 'provider', mediaType: 'application/pdf', bytes: answer.pdf, provider: provider.id, isMet } as const
  return keepSignedPaper(input, { ...signed, ...checked.value }, { decree, person }, ports)
}

const rateOf = (personId: string, { settings }: Ports) => ({
  key: `signing:${personId}`,
  max: limits.signing.max * (settings.rateFactor ?? 1),
  windowMs: limits.signing.windowMs,
})
