import type { Visitor } from '#app/actor.ts'
import { agenciesFor } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { officeNames, standardsInForce } from '#db/stores/offices.ts'
import { Flow, firstSteps } from '#engine'
import { firstPositions } from './read-start.server.ts'

export type StartLine = {
  agencyId: string
  agencyName: string
  slug: string
  title: string
  summary: string | null
  activity: string
}

/** The procedures in force that the reader may begin as an official, with the step that begins them. Two statements. */
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
      const own = new Set<string>(seats.filter((seat) => seat.agencyId === agencyId).map(({ positionId }) => positionId))
      const first = firstSteps({ flow }).find(
        ({ start: { by }, step }) =>
          by === 'complaint' || (by === 'staff' && firstPositions(step, { flow }).some((id) => own.has(id))),
      )
      if (!first) return []
      return [{ agencyId, agencyName: names.get(agencyId) ?? agencyId, slug, title, summary, activity: first.step.activity }]
    }),
  )
}
