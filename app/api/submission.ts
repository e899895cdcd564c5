import { z } from 'zod'
import type { OutcomeId, PositionId } from '#engine'
import type { PersonId, Submission } from '#engine/instance/messages.ts'
import { Id } from './common.ts'

/** What a step is done with; what its fields are, the step's own schema says (`form` of the task). */
export const Data = z.record(z.string().max(64), z.unknown())
const Outcome = z.string().min(1).max(64)

export const Completion = z.strictObject({
  outcome: Outcome,
  data: Data.default({}),
  note: z.string().max(6000).optional().meta({ description: 'The reason; outcomes that send back or reject need one' }),
  dispositions: z
    .strictObject({
      assignees: z.array(z.strictObject({ position: z.string().min(1).max(64), person: Id.nullable().optional() })).max(60),
      instruction: z.string().max(6000).default(''),
    })
    .optional(),
})

export const OwnCompletion = Completion.omit({ dispositions: true }).extend({ uploadKey: z.string().min(16).max(200).optional() })

type Given = {
  outcome: string
  data: Record<string, unknown>
  note?: string | undefined
  dispositions?: z.infer<typeof Completion>['dispositions']
}

export function submissionOf({ outcome, data, note, dispositions }: Given): Submission {
  return {
    outcome: outcome as OutcomeId,
    data,
    ...(note ? { reason: note } : {}),
    ...(dispositions ? { disposition: dispositionOf(dispositions) } : {}),
  }
}

function dispositionOf({ assignees, instruction }: NonNullable<Given['dispositions']>): NonNullable<Submission['disposition']> {
  return {
    assignees: assignees.map(({ position, person }) => ({
      positionId: position as PositionId,
      personId: (person as PersonId | null | undefined) ?? null,
    })),
    instruction,
  }
}
