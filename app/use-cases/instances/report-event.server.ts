import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import type { WaitId } from '#engine/instance/messages.ts'
import { type Asked, byPerson } from './by-person.ts'
import { isUuid } from './ids.ts'
import { type InstanceRefusal, type Progress, runCommand } from './run-command.server.ts'

export type ReportEventInput = Asked & {
  visitor: Visitor
  agencyId: string
  instanceId: string
  waitId: string
  /** Values of the wait's form, raw. */
  data: Readonly<Record<string, unknown>>
  note?: string
  /** What makes two sendings the same where their files were stored twice; default: the data and the note. */
  sameAs?: unknown
}

/** Somebody of the wait's lane says that what was waited for has happened; a program does so as the person of its token. */
export async function reportEvent(input: ReportEventInput, ports: Ports): Promise<Result<Progress, InstanceRefusal>> {
  const { visitor, agencyId, instanceId, waitId, data, note, sameAs } = input
  const asked = authorise(visitor, 'event.report', { agencyId })
  if (!asked.ok) return asked
  if (!isUuid(instanceId) || !isUuid(waitId)) return refuse({ code: 'not-found' })
  const command = { type: 'Report', waitId: waitId as WaitId, data, ...(note === undefined ? {} : { note }) } as const
  return runCommand({ target: { agencyId, instanceId }, command, sameAs, ...byPerson(asked.value, input) }, ports)
}
