import { type FormEvent, useId, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { limits, type NodeId } from '#engine'
import { slugOf } from '../../slug-of.ts'
import { useWorld } from '../context.tsx'
import { useFocusReturn } from '../focus-return.ts'
import { planWrap } from './plan-wrap.ts'
import { sendWrap, type WrapAnswer } from './send-wrap.ts'

type Failure = Exclude<WrapAnswer, { ok: true }>['code']

/** Makes the chosen stretch a standard of its own; the draft changes only once that standard is there to be called. */
export function WrapDialog({ nodes, onClose }: { nodes: readonly NodeId[]; onClose(): void }) {
  const t = useT()
  const id = useId()
  const { store, home } = useWorld()
  const focus = useFocusReturn()
  const [title, setTitle] = useState('')
  const [address, setAddress] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Failure | null>(null)
  const plan = planWrap(store.getState().history.present, nodes, title.trim() || '-')
  const slug = address ?? slugOf(title)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (!plan.ok || busy) return
    setBusy(true)
    const answer = await sendWrap(home, { title: title.trim(), slug, definition: plan.wrap.inner })
    setBusy(false)
    if (!answer.ok) return setFailed(answer.code)
    onClose()
    // A colleague may have changed the draft meanwhile; what is wrapped is what was looked at, or nothing.
    if (store.getState().edit(plan.wrap.edits(answer), { select: { kind: 'node', id: plan.wrap.call } }))
      store.getState().say(t('builder.wrap.done', { title: title.trim() }))
  }
  return (
    <Dialog
      open
      title={t('builder.wrap.title')}
      description={plan.ok ? t('builder.wrap.text') : undefined}
      focus={focus}
      onOpenChange={(open) => open || onClose()}
    >
      {plan.ok ? (
        <form className="stack" onSubmit={make}>
          {failed && (
            <Banner tone="danger" role="alert">
              {t(`builder.wrap.${failed}`)}
            </Banner>
          )}
          <Field id={`${id}-title`} label={t('builder.wrap.name')} required unmarked>
            <Input
              id={`${id}-title`}
              value={title}
              required
              maxLength={limits.label}
              onChange={(event) => setTitle(event.target.value)}
            />
          </Field>
          <Field id={`${id}-slug`} label={t('builder.wrap.slug')} required unmarked>
            <Input
              id={`${id}-slug`}
              value={slug}
              required
              maxLength={80}
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              autoCapitalize="none"
              onChange={(event) => setAddress(event.target.value)}
            />
          </Field>
          <div className="cluster">
            <Button variant="primary" disabled={busy}>
              {t('builder.wrap.go')}
            </Button>
            <Button type="button" variant="quiet" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <Banner tone="warning" role="alert">
          {t(`builder.wrap.why.${plan.why}`)}
        </Banner>
      )}
    </Dialog>
  )
}
