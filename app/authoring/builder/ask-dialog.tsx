import { useId } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { type Question, useActions } from './actions.ts'
import { useDefinition, useWorld } from './context.tsx'
import { useFocusReturn } from './focus-return.ts'
import { PasteDialog } from './moves/paste-dialog.tsx'
import { WrapDialog } from './moves/wrap-dialog.tsx'

/** Asks for the one thing an act needs: where to lead a way, which lane to move to, what to call a new standard. */
export function AskDialog({ question, onClose }: { question: Question; onClose(): void }) {
  if (question === null) return null
  if (question.kind === 'paste') return <PasteDialog {...question} onClose={onClose} />
  if (question.kind === 'wrap') return <WrapDialog nodes={question.nodes} onClose={onClose} />
  return <ChoiceDialog question={question} onClose={onClose} />
}

type Choosing = Extract<Question, { kind: 'connect' | 'reconnect' | 'lane' }>

function ChoiceDialog({ question, onClose }: { question: Choosing; onClose(): void }) {
  const id = useId()
  const focus = useFocusReturn()
  const { title, choices } = useChoices(question)
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

function useChoices(question: Choosing) {
  const t = useT()
  const { store } = useWorld()
  const { flow } = useDefinition()
  const { connect, toLane, targets, nameOf } = useActions()
  switch (question.kind) {
    case 'connect': {
      const { node, outcome } = question
      const source = flow.nodes.find(({ id }) => id === node)
      const chip = source?.kind === 'task' ? source.outcomes.find(({ id }) => id === outcome) : undefined
      return {
        title: chip
          ? t('builder.ask.exit', { outcome: chip.label, step: nameOf(node) })
          : t('builder.ask.connect', { step: nameOf(node) }),
        choices: targets().map((target) => ({ ...target, pick: () => connect(node, target.id, outcome) })),
      }
    }
    case 'reconnect':
      return {
        title: t('builder.ask.reconnect'),
        choices: targets().map((target) => ({
          ...target,
          pick: () => void store.getState().edit([{ type: 'Reconnect', edge: question.edge, to: target.id }]),
        })),
      }
    case 'lane': {
      const [only, ...others] = question.nodes
      return {
        title:
          only !== undefined && others.length === 0
            ? t('builder.ask.lane', { step: nameOf(only) })
            : t('builder.ask.lanes', { count: question.nodes.length }),
        choices: flow.lanes.map((lane) => ({ ...lane, pick: () => void toLane(question.nodes, lane.id) })),
      }
    }
  }
}
