import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readVersionToOpen } from '#db/stores/drafts.ts'
import { startFromVersion } from './start-from-version.server.ts'

type Input = { visitor: Visitor; agencyId: string; slug: string }

/** Begins a draft from the version that the builder shows. Where one is being written already, that one is meant. */
export async function startDraft(input: Input, ports: Ports): Promise<Result<{ number: number }>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const base = await readVersionToOpen(ports.db, input)
  if (base === null) return refuse({ code: 'not-found' })
  if (base.status === 'draft' || base.status === 'in-review') return ok({ number: base.number })
  const started = await startFromVersion({ ...input, version: base.number }, ports)
  if (started.ok || started.refusal.code !== 'conflict') return started
  const standing = await readVersionToOpen(ports.db, input)
  return standing ? ok({ number: standing.number }) : refuse({ code: 'not-found' })
}
