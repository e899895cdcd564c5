import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { limits } from '#engine'
import type { CommentForm as Form, Send } from './forms.ts'

type Props = {
  form: Form
  /** What the form is about: the conversation, the comment. */
  about: Readonly<Record<string, string>>
  label: string
  button: string
  initial?: string
  error?: string | null
  rows?: number
  /** Without it the form is posted to the page. */
  send?: Send
  onSent?(): void
  primary?: boolean
  before?: ReactNode
}

/** Words and a button. What was typed stays until it has arrived. */
export function CommentForm({ form, about, label, button, initial, error, rows = 3, send, onSent, primary, before }: Props) {
  const id = useId()
  const t = useT()
  const [turn, setTurn] = useState(0)
  const sent = () => {
    setTurn(turn + 1)
    onSent?.()
  }
  const { problem, busy, submit } = useSend({ form, send, onSent: sent })
  return (
    <form method="post" className="comment-form" onSubmit={submit}>
      <input type="hidden" name="form" value={form} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {before}
      <Field id={id} label={label} error={problem ?? error} required unmarked>
        <TextArea
          key={turn}
          name="words"
          rows={rows}
          max={limits.sentence}
          defaultValue={initial}
          required
          onKeyDown={sendByKey}
        />
      </Field>
      <Button size="small" variant={primary ? 'primary' : 'secondary'} disabled={busy} title={send && t('comments.sendKeys')}>
        {button}
      </Button>
    </form>
  )
}

/** A button that is a form of its own. */
export function CommentButton({ form, about, button, send, onSent, ...look }: Omit<Props, 'label'> & { danger?: boolean }) {
  const { problem, busy, submit } = useSend({ form, send, onSent })
  return (
    <form method="post" onSubmit={submit} className="comment-act">
      <input type="hidden" name="form" value={form} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button size="small" variant={look.danger ? 'danger' : 'quiet'} disabled={busy}>
        {button}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </form>
  )
}

function useSend({ form, send, onSent }: Pick<Props, 'form' | 'send' | 'onSent'>) {
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    if (!send) return
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const wrong = await send(form, valuesOf(event.currentTarget))
    setBusy(false)
    setProblem(wrong)
    if (wrong === null) onSent?.()
  }
  return { problem, busy, submit }
}

const valuesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

function sendByKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
