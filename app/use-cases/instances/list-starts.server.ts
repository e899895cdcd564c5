import type { Visitor } from '#app/actor.ts'
import { agenciesFor } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { officeNames, standardsInForce } from '#db/stores/offices.ts'
import { Flow, firstSteps, type NodeId } from '#engine'
import { mayBegin } from './read-start.server.ts'

export type StartLine = {
  agencyId: string
  agencyName: string
  slug: string
  start: NodeId
  title: string
  summary: string | null
  activity: string
}

/** The procedures in force that the reader may begin as an official, with each step that begins them. Two statements. */
export async function listStarts(input: { visitor: Visitor }, ports: Ports): Promise<Result<readonly StartLine[]>> {
  if (input.visitor.kind === 'anonymous') return refuse({ code: 'not-signed-in' })
  const { seats } = input.visitor.person
  const reach = agenciesFor(input.visitor, 'instance.start')
  const agencyIds = [...new Set(seats.map(({ agencyId }) => agencyId))].filter((id) => reach === 'all' || reach.includes(id))
  if (agencyIds.length === 0) return ok([])
  const names = new Map((await officeNames(ports.db, agencyIds)).map(({ agencyId, name }) => [agencyId, name]))
  const found = await standardsInForce(ports.db, agencyIds)
  return ok(
    found.flatMap(({ agencyId, slug, title, summary, flow: stored }) => {
      const flow = Flow.parse(stored)
      const own = seats.filter((seat) => seat.agencyId === agencyId).map(({ positionId }) => positionId)
      const agencyName = names.get(agencyId) ?? agencyId
      return firstSteps({ flow })
        .filter((first) => mayBegin(first, { flow }, own))
        .map(({ start, step }) => ({ agencyId, agencyName, slug, start: start.id, title, summary, activity: step.activity }))
    }),
  )
}
