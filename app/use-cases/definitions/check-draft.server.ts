import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readVersionToOpen } from '#db/stores/drafts.ts'
import { ruleContextFor } from '#db/stores/rule-context.ts'
import { checkDefinition, type Finding, isPublishable, isRunnable } from '#engine'
import { storedDefinition } from './stored-definition.server.ts'

type Checked = { number: number; revision: number; findings: Finding[]; runnable: boolean; publishable: boolean }

/** The rules' findings about the draft as it is stored, with the agency's positions as they are now. */
export async function checkDraft(
  input: { visitor: Visitor; agencyId: string; slug: string },
  ports: Ports,
): Promise<Result<Checked>> {
  const allowed = authorise(input.visitor, 'definition.read', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const row = await readVersionToOpen(ports.db, input)
  if (row === null) return refuse({ code: 'not-found' })
  const { number, revision, slug } = row
  const context = await ruleContextFor(ports.db, input.agencyId, { slug, version: number }, ports.now())
  const findings = checkDefinition(storedDefinition(row), context)
  return ok({ number, revision, findings, runnable: isRunnable(findings), publishable: isPublishable(findings) })
}
