import { useId, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { type AnyRefusal, refusalText } from '#app/refusals.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { changesBetween, limits, partChangesBetween } from '#engine'
import { useBuilder, useDefinition, useWorld } from '../context.tsx'
import { forgetUnsent } from './keep-unsent.ts'

type Props = { home: string; place: string; open: boolean; onOpenChange(open: boolean): void }

const isRefusal = (value: unknown): value is AnyRefusal => typeof value === 'object' && value !== null && 'code' in value

/** Sends what was changed here to the authors, with a word to it. */
export function SuggestDialog({ home, place, open, onOpenChange }: Props) {
  const t = useT()
  const id = useId()
  const { store } = useWorld()
  const definition = useDefinition()
  const server = useBuilder((state) => state.server)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const said = open ? changesBetween(server.definition, definition) : []
  const send = async () => {
    setBusy(true)
    const changes = partChangesBetween(server.definition, definition)
    const body = JSON.stringify({ number: server.number, changes, note })
    const headers = { 'content-type': 'application/json' }
    const sent = await fetch(`${home}/sarankan`, { method: 'POST', headers, body }).catch(() => null)
    if (sent?.ok) {
      forgetUnsent(place)
      // Nothing is unsent any more, so that leaving the page loses nothing.
      store.getState().saved({ ...server, definition }, Date.now())
      window.location.assign(`${home}/saran?selesai=made`)
      return
    }
    const answer: unknown = await sent?.json().catch(() => null)
    setBusy(false)
    if (sent?.status === 401) return setProblem(t('comments.error.signedOut'))
    setProblem(isRefusal(answer) ? refusalText(answer, t) : t('comments.error.network'))
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('suggestions.send')}
      description={t('suggestions.sendText')}
      actions={
        <Button type="button" variant="primary" icon="send" disabled={busy || said.length === 0} onClick={() => void send()}>
          {t('suggestions.send')}
        </Button>
      }
    >
      <div className="stack">
        {said.length === 0 ? (
          <p className="muted">{t('suggestions.nothing')}</p>
        ) : (
          <ul className="suggested-list" lang="id">
            {said.map(({ sentence, place: where, what }) => (
              <li key={`${where} ${what} ${sentence}`}>{sentence}</li>
            ))}
          </ul>
        )}
        <Field id={id} label={t('suggestions.note')} help={t('suggestions.noteHelp')} error={problem} unmarked>
          <TextArea id={id} rows={3} max={limits.sentence} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  )
}
