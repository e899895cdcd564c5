import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import type { TaskPage } from '#app/use-cases/instances/read-task.server.ts'
import type { Saying } from './deadline-view.ts'
import { positionTitle } from './history/names.ts'
import { nodeTitle } from './node-title.ts'

/** What the deadline of a step will do, in the order in which it comes. */
export function consequencesOf({ node, definition, open }: TaskPage, office: Office, { t, format }: Saying): string[] {
  const { deadline } = node
  if (!open?.due) return []
  const afterwards = deadline?.afterwards ?? { kind: 'keep' }
  const told = [
    open.due.warnAt === undefined ? null : t('work.will.warn', { at: format.dateTime(open.due.warnAt) }),
    (deadline?.escalate ?? true) ? t('work.will.escalate') : null,
  ]
  if (afterwards.kind === 'return') told.push(t('work.will.return', { step: nodeTitle(definition, afterwards.to) }))
  if (afterwards.kind === 'reassign') {
    const { to } = afterwards
    told.push(
      to === 'superior'
        ? t('work.will.reassignSuperior')
        : t('work.will.reassign', { to: to.map((id) => positionTitle({ office }, id)).join(', ') }),
    )
  }
  return told.filter((one) => one !== null)
}
