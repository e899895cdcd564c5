import { type FormEvent, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { ok } from '#app/result.ts'
import { Button } from '#app/ui/button.tsx'
import { type FormValues, firstValues, type KnownFile } from '#app/work/form/form-values.ts'
import { type PostedStep, readStep } from '#app/work/form/read-step.ts'
import type { StepForm } from '#app/work/form/step-form.ts'
import { problemsOfRefusal } from '#app/work/form/step-problem.ts'
import { TaskForm, type TaskFormProps } from '#app/work/form/task-form.tsx'
import { type Answers, exampleAnswers, type Facts, type Form, madeUpFile, type TaskNode, type TrialRefusal } from '#engine'
import { civilDate } from '#engine/calendar/civil.ts'
import { useDefinition, useWorld } from '../context.tsx'
import { present } from './play.ts'
import { refusedText } from './refused-text.ts'
import { usePlay, useTrial } from './trial-context.tsx'

type Props = {
  form: Form | null
  node: TaskNode | null
  facts: Facts
  step: StepForm
  /** Does it; answers why not. */
  send(posted: PostedStep): TrialRefusal | null
} & Pick<TaskFormProps, 'submitLabel' | 'note'>

type Shown = { values: FormValues; problems: PostedStep['problems']; refused: string | null; focus: string | null; turn: number }

/** Files of a play hold nothing: their names stand in for them. */
const stands: readonly KnownFile[] = Array.from({ length: 20 }, (_, index) => {
  const id = madeUpFile(index + 1)
  return { id, name: `${id}.pdf`, bytes: 0 }
})

/** The form that staff see, drawn and read by the very pieces of their page; what is sent goes to the play alone. */
export function ActForm({ form, node, facts, step, send, ...words }: Props) {
  const t = useT()
  const definition = useDefinition()
  const { positions } = useWorld()
  const { world } = usePlay()
  const trial = useTrial(({ play }) => present(play))
  const [shown, setShown] = useState<Shown>(() => ({
    ...{ values: firstValues(form, trial.state.data, stands), problems: [], refused: null, focus: null, turn: 0 },
  }))
  const show = (next: Omit<Shown, 'turn'>) => setShown(({ turn }) => ({ ...next, turn: turn + 1 }))
  const fill = () => {
    const today = civilDate(trial.now, world.calendar.zone)
    const answers = exampleAnswers(form, { facts, today, positions: positions.map(({ id }) => id) })
    const values = firstValues(form, answers, stands)
    const first = step.disposition?.choices.slice(0, step.disposition.min).map(({ value }) => value) ?? []
    const disposed = step.disposition ? { assignees: first, instruction: t('builder.try.exampleInstruction') } : {}
    show({ values: { ...values, ...disposed }, problems: [], refused: null, focus: null })
  }
  const submit = async (event: FormEvent<HTMLElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const sent = new FormData(event.target as HTMLFormElement, submitter)
    let files = 0
    const posted = await readStep(withoutEmptyFiles(sent), {
      ...{ form, node, facts },
      store: async (file) => {
        files += 1
        return ok({ id: madeUpFile(files), name: file.name, bytes: file.size, mediaType: file.type, sha256: '' })
      },
    })
    const { values, intent, problems } = posted
    if (intent.kind === 'rows') return show({ values, problems: [], refused: null, focus: intent.focus })
    const refusal = problems.length > 0 ? null : send(posted)
    if (problems.length === 0 && refusal === null) return
    const engine = refusal && !('open' in refusal) ? problemsOf(refusal) : []
    show({
      values,
      problems: [...problems, ...engine],
      refused: refusal ? refusedText(refusal, definition, t) : null,
      focus: null,
    })
  }
  const asks = step.fields.length > 0 || step.disposition !== null
  return (
    <div className="play-form" onSubmit={submit}>
      {asks && (
        <Button type="button" size="small" variant="quiet" icon="edit" onClick={fill}>
          {t('builder.try.fill')}
        </Button>
      )}
      <TaskForm
        key={shown.turn}
        step={step}
        values={shown.values}
        problems={shown.problems}
        refused={shown.refused}
        focus={shown.focus}
        keys={noKeys}
        decide="press"
        {...words}
      />
    </div>
  )
}

const noKeys = { key: '' }

function problemsOf(refusal: TrialRefusal): PostedStep['problems'] {
  switch (refusal.code) {
    case 'nothing-due':
    case 'clock-runs-forward':
    case 'clock-too-far':
    case 'step-not-open':
      return []
    default:
      return problemsOfRefusal(refusal)
  }
}

/** A browser sends an empty file for a control in which none was chosen. */
function withoutEmptyFiles(sent: FormData): FormData {
  const kept = new FormData()
  for (const [name, value] of sent) if (typeof value === 'string' || value.size > 0 || value.name !== '') kept.append(name, value)
  return kept
}

/** Raw input as an act keeps it. */
export const answersOf = ({ submission }: PostedStep): Answers => submission.data as Answers
