import { useState } from 'react'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import type { Definition } from '#engine'
import { useBuilder, useWorld } from './context.tsx'
import { sendDraft } from './saving.ts'

export type Copy = { id: string; at: number; name: string | null; definition: Definition }

/** Texts that lost a race to save. Opening one keeps the draft as it stands beside it first, so that none is lost. */
export function Copies({ copies, address }: { copies: readonly Copy[]; address: string }) {
  const t = useT()
  const format = useFormat()
  const { store, readOnly } = useWorld()
  const selection = useBuilder((state) => state.selection)
  const [failed, setFailed] = useState<'failed' | 'full' | null>(null)
  if (copies.length === 0 || readOnly || selection !== null) return null
  const open = async (copy: Copy) => {
    const { server, replace } = store.getState()
    const { number, revision, definition } = server
    const kept = await sendDraft(address, { intent: 'copy', number, revision, definition })
    setFailed(kept.ok ? null : kept.code === 'copies-full' ? 'full' : 'failed')
    if (kept.ok) replace(copy.definition)
  }
  return (
    <section className="stack stack--tight" aria-labelledby="copies">
      <h3 className="inspector__section" id="copies">
        {t('builder.copies.title')}
      </h3>
      {failed && <p className="field__error">{t(`builder.conflict.${failed}`)}</p>}
      <ul className="exit-list">
        {copies.map((copy) => (
          <li key={copy.id} className="cluster small">
            {t('builder.copies.text', { name: copy.name ?? '', when: format.dateTime(copy.at) })}
            <Button type="button" size="small" onClick={() => void open(copy)}>
              {t('builder.copies.use')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
