import { useId } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { type Question, useActions } from './actions.ts'
import { useDefinition, useWorld } from './context.tsx'
import { useFocusReturn } from './focus-return.ts'

/** Asks for the one thing an act needs: the step to connect to, or the lane to move to. */
export function AskDialog({ question, onClose }: { question: Question; onClose(): void }) {
  const t = useT()
  const id = useId()
  const { store } = useWorld()
  const { lanes } = useDefinition().flow
  const { connect, targets, nameOf } = useActions()
  const focus = useFocusReturn()
  if (question === null) return null
  const name = nameOf(question.node)
  const choices =
    question.kind === 'connect'
      ? targets().map((target) => ({ ...target, pick: () => connect(question.node, target.id) }))
      : lanes.map((lane) => ({
          id: lane.id,
          name: lane.name,
          pick: () =>
            store.getState().edit([{ type: 'UpdateNode', node: question.node, patch: { lane: lane.id } }], {
              select: { kind: 'node', id: question.node },
            }),
        }))
  const title = question.kind === 'connect' ? t('builder.ask.connect', { step: name }) : t('builder.ask.lane', { step: name })
  return (
    <Dialog open title={title} focus={focus} onOpenChange={(open) => open || onClose()}>
      <ul className="exit-list" aria-label={title} id={id}>
        {choices.map((choice) => (
          <li key={choice.id}>
            <button
              type="button"
              className="exit-list__item"
              onClick={() => {
                choice.pick()
                onClose()
              }}
            >
              {choice.name}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
