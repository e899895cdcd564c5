import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, refuse } from '#app/result.ts'
import { readStandard } from '#app/use-cases/public/read-standard.server.ts'
import { listStandards } from '#db/stores/public-read.ts'
import { type PaperLayout, sopPaper } from '#engine'

type Input = { visitor: Visitor; agencyId: string; layout?: PaperLayout }

/** An SOP of the agency as this layout prints it, or as its own does; null while the public reads nothing of the agency. */
export async function previewLayout({ visitor, agencyId, layout }: Input, ports: Ports) {
  const allowed = authorise(visitor, 'agency.read', { agencyId })
  if (!allowed.ok) return allowed
  const [first] = await listStandards(ports.db, agencyId, 1)
  if (!first) return ok(null)
  const read = await readStandard({ agency: agencyId, slug: first.slug }, ports)
  if (!read.ok) return refuse({ code: 'not-found' })
  const { definition, publication, agency } = read.value
  const papers = layout ? { ...layout, emblem: agency.papers.emblem } : agency.papers
  const { matrix, lanes, steps, title } = sopPaper(definition, publication, { ...agency, papers })
  return ok({ matrix, lanes, steps, title })
}
