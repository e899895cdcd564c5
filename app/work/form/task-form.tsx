import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { InputProblem } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { limits } from '#engine'
import { FieldControl } from './field-control.tsx'
import type { FormValues } from './form-values.ts'
import type { OutcomeChoice, StepForm } from './step-form.ts'
import { idOf, stepProblemText } from './step-problem.ts'

export type TaskFormProps = {
  step: StepForm
  values: FormValues
  problems?: readonly InputProblem[]
  /** A sentence about the whole, where no single place is wrong. */
  refused?: string | null
  /** What makes this drawing of the form one sending, however often it is pressed. */
  keys: { key: string; uploadKey?: string }
  /** The name of the row that was just added or is next to one taken out. */
  focus?: string | null
  submitLabel?: string
  /** Offers to keep it for later. */
  draft?: boolean
  /** Where a kept file can be read, when it can. */
  fileHref?: (id: string) => string
  /** Asked for where nothing is decided: why, or what there is to say. */
  note?: { label: string; help: string; required: boolean }
  /** The way out without sending. */
  back?: { href: string; label: string }
  /** Several outcomes as one button each, which sends; else they are chosen first. */
  decide?: 'choose' | 'press'
  /** Drawn to be looked at: no buttons that send. */
  preview?: boolean
  children?: ReactNode
}

/** The form of a step, made from its definition. It works without scripts; whoever shows it posts to their own address. */
export function TaskForm(props: TaskFormProps) {
  const { step, values, problems = [], keys, refused, focus = null, preview = false } = props
  const pressed = props.decide === 'press' && step.outcomes.length > 1
  const t = useT()
  const problemAt = (path: string) => {
    const found = problems.find((one) => one.path === path)
    return found ? stepProblemText(found, step, t) : null
  }
  const sentences = problems.map((problem) => ({ id: idOf(problem.path), text: stepProblemText(problem, step, t) }))
  const summary = sentences.length > 0 ? sentences : refused ? [{ id: null, text: refused }] : []
  const uploads = step.fields.some(({ field, inner }) => field.kind === 'file' || inner.some((one) => one.field.kind === 'file'))
  return (
    <div className="stack">
      <ErrorSummary errors={summary} />
      <form method="post" className="form task-form" encType={uploads ? 'multipart/form-data' : undefined} noValidate>
        <input type="hidden" name="key" value={keys.key} />
        {keys.uploadKey && <input type="hidden" name="uploadKey" value={keys.uploadKey} />}
        {/* Enter in a field presses the first button of a form: it must be the one that sends. */}
        {!preview && <button type="submit" name="intent" value="send" className="visually-hidden" tabIndex={-1} aria-hidden />}
        {step.fields.map((one) => (
          <FieldControl
            key={one.field.id}
            step={one}
            name={`f.${one.field.id}`}
            values={values}
            problemAt={problemAt}
            focus={focus}
            fileHref={props.fileHref}
          />
        ))}
        {step.outcomes.length > 0 && !pressed && <Outcomes step={step} values={values} error={problemAt('outcome')} />}
        <DispositionFields step={step} values={values} problemAt={problemAt} />
        {props.note ? (
          <Field
            id="reason"
            label={props.note.label}
            help={props.note.help}
            required={props.note.required}
            error={problemAt('reason')}
          >
            <TextArea name="reason" rows={3} defaultValue={values.reason} max={limits.sentence} />
          </Field>
        ) : (
          <Reason step={step} values={values} error={problemAt('reason')} />
        )}
        {props.children}
        {pressed && (
          <fieldset className="form__actions task-form__outcomes" id="outcome">
            <legend className="field__label">{t('work.form.outcome')}</legend>
            {step.outcomes.map((outcome) => (
              <span key={outcome.value} className="task-form__outcome">
                <Button name="outcome" value={outcome.value} variant={buttonOf[outcome.kind]}>
                  {outcome.label}
                </Button>
                <span className="field__help">
                  <Lead outcome={outcome} />
                </span>
              </span>
            ))}
          </fieldset>
        )}
        {!preview && !pressed && (
          <div className="form__actions">
            <Button variant="primary" icon="send" name="intent" value="send">
              {props.submitLabel ??
                (step.outcomes.length === 1 ? (step.outcomes[0]?.label ?? t('work.form.send')) : t('work.form.send'))}
            </Button>
            {props.draft && (
              <Button name="intent" value="draft" icon="save">
                {t('work.form.draft')}
              </Button>
            )}
            {props.back && (
              <LinkButton href={props.back.href} variant="quiet">
                {props.back.label}
              </LinkButton>
            )}
          </div>
        )}
      </form>
    </div>
  )
}

const buttonOf = { submit: 'primary', accept: 'primary', revise: 'secondary', reject: 'danger', other: 'secondary' } as const

type Part = { step: StepForm; values: FormValues; error: string | null }

function Outcomes({ step, values, error }: Part) {
  const t = useT()
  const [only, ...others] = step.outcomes
  if (only && others.length === 0) {
    return (
      <>
        <input type="hidden" name="outcome" value={only.value} />
        {only.leadsTo && (
          <p className="muted">
            <Lead outcome={only} />
          </p>
        )}
      </>
    )
  }
  const options = step.outcomes.map((outcome) => ({
    value: outcome.value,
    label: outcome.label,
    help: <Lead outcome={outcome} />,
  }))
  return (
    <RadioGroup
      id="outcome"
      name="outcome"
      label={t('work.form.outcome')}
      required
      error={error}
      options={options}
      value={values.outcome}
    />
  )
}

function Lead({ outcome: { leadsTo, needsReason } }: { outcome: OutcomeChoice }) {
  const t = useT()
  const where =
    leadsTo && leadsTo.to !== ''
      ? t(`work.form.lead.${leadsTo.kind}`, { step: leadsTo.to })
      : leadsTo
        ? t('work.form.lead.over')
        : ''
  return <>{[where, needsReason ? t('work.form.lead.reason') : ''].filter(Boolean).join(' ')}</>
}

function DispositionFields({ step, values, problemAt }: Omit<Part, 'error'> & { problemAt(path: string): string | null }) {
  const t = useT()
  const { disposition } = step
  if (!disposition) return null
  const { choices, min, max, lane, onlyFor } = disposition
  const asked = onlyFor.length > 0 ? `${t('work.form.onlyFor', { outcomes: onlyFor.join(', ') })} ` : ''
  const words = {
    id: 'assignee',
    name: 'assignee',
    label: t('work.form.assignee', { lane }),
    help: asked + (max === 1 ? t('work.form.chooseOne') : t('work.form.chooseMany', { min, max })),
    required: true,
    error: problemAt('assignee'),
    options: choices,
  }
  if (choices.length === 0) return <Banner tone="warning" title={t('work.form.nobody', { lane })} />
  return (
    <>
      {max === 1 ? (
        <RadioGroup {...words} value={values.assignees[0] ?? null} />
      ) : (
        <CheckboxGroup {...words} values={values.assignees} />
      )}
      <Field
        id="instruction"
        label={t('work.form.instruction')}
        help={asked + t('work.form.instructionHelp')}
        required
        error={problemAt('instruction')}
      >
        <TextArea name="instruction" rows={3} defaultValue={values.instruction} max={limits.sentence} />
      </Field>
    </>
  )
}

/** Asked where some outcome needs it; a step that is only sent has nothing to give reasons for. */
function Reason({ step, values, error }: Part) {
  const t = useT()
  const needing = step.outcomes.filter((outcome) => outcome.needsReason).map(({ label }) => label)
  if (needing.length === 0 && step.outcomes.length === 1) return null
  const always = needing.length === step.outcomes.length
  const help =
    always || needing.length === 0
      ? t('work.form.reasonHelp')
      : `${t('work.form.reasonFor', { outcomes: needing.join(', ') })} ${t('work.form.reasonHelp')}`
  return (
    <Field id="reason" label={t('work.form.reason')} help={help} required={always} error={error}>
      <TextArea name="reason" rows={3} defaultValue={values.reason} max={limits.sentence} />
    </Field>
  )
}
