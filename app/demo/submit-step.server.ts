import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { uploadFile } from '#app/use-cases/files/upload-file.server.ts'
import type { LoadedInstance, LoadedStart } from '#db/stores/command-load.ts'
import {
  asksDisposition,
  civilDate,
  formFacts,
  formOf,
  type InstanceState,
  type NodeId,
  needsReason,
  type Outcome,
  type OutcomeId,
  type Submission,
  type TaskNode,
} from '#engine'
import { fillForm } from './field-values.ts'
import { smallDocument } from './small-document.ts'

/** Who does a step: somebody who is signed in, or an applicant with a ticket. */
export type Acting = { visitor: Visitor; ticket: string | null; uploadKey?: string }
/** What a course says of the forms on its way. */
export type Filling = {
  /** Tells one invented request from another. */
  seed: number
  /** Values entered instead of invented ones, wherever a form asks for them; null leaves a field empty. */
  given?: Readonly<Record<string, string | number | null>>
}

/** The form of a step as a careful person fills it, in the light of what was given beforehand. */
export async function fillStep(
  node: NodeId,
  outcome: OutcomeId | undefined,
  { definition, seats, calendar, agencyId }: LoadedStart | LoadedInstance,
  state: InstanceState,
  { seed, given = {} }: Filling,
  actor: Acting,
  ports: Ports,
): Promise<Record<string, unknown>> {
  const form = formOf(definition, node)
  if (!form) return {}
  const upload = async (name: string) => {
    const sender = { visitor: actor.visitor, ticket: actor.ticket ?? undefined, uploadKey: actor.uploadKey }
    const stored = await uploadFile({ ...sender, agencyId, name, stream: streamOf(smallDocument(name)) }, ports)
    if (!stored.ok) throw new Error(`a small document was refused: ${JSON.stringify(stored.refusal)}`)
    return stored.value.id
  }
  const around = { seed, today: civilDate(ports.now(), calendar.zone), seats, lanes: lanesOf(definition), upload }
  const filled = Object.entries({ ...(await fillForm(form, formFacts(definition, state, node, outcome), around)) })
  const values = filled.map(([id, value]) => [id, given[id] === undefined ? value : given[id]] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== null))
}

export const lanesOf = ({ flow }: LoadedStart['definition']) =>
  new Map(flow.lanes.map(({ id, positions }) => [id as string, positions as readonly string[]]))

export async function submitStep(
  node: TaskNode,
  outcome: Outcome,
  loaded: LoadedStart | LoadedInstance,
  state: InstanceState,
  course: Filling,
  actor: Acting,
  ports: Ports,
): Promise<Submission> {
  const { seats, definition } = loaded
  const lanes = lanesOf(definition)
  const data = await fillStep(node.id, outcome.id, loaded, state, course, actor, ports)
  const asked = asksDisposition(node, outcome)
  const named = asked ? seats.filter(({ positionId }) => lanes.get(asked.lane)?.includes(positionId)).slice(0, asked.min) : []
  const assignees = named.map(({ positionId, personId }) => ({ positionId, personId: asked?.to === 'person' ? personId : null }))
  return {
    outcome: outcome.id,
    data,
    ...(needsReason(outcome) && {
      reason:
        outcome.kind === 'reject'
          ? 'Belum memenuhi syarat; mohon diajukan kembali dengan bahan yang lengkap.'
          : 'Mohon ejaan nama diperiksa dan keterangan foto dilengkapi.',
    }),
    ...(asked && { disposition: { assignees, instruction: 'Mohon ditindaklanjuti sesuai ketentuan dan dilaporkan hasilnya.' } }),
  }
}

async function* streamOf(bytes: Uint8Array) {
  yield bytes
}
