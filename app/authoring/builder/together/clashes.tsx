import { useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useBuilder, useDefinition, useWorld } from '../context.tsx'
import { clashWords } from './clash-words.ts'
import type { KeptClash } from './fold.ts'

/** Says that changes of two people met, and leads to them; there until each is decided. */
export function Clashes() {
  const t = useT()
  const count = useBuilder((state) => state.clashes.length)
  const [open, setOpen] = useState(false)
  return (
    <div role="status">
      {count > 0 && (
        <div className="clash-strip">
          <Icon name="info" small />
          <p>
            <strong>{t('builder.together.clash.banner', { count })}.</strong> {t('builder.together.clash.kept')}
          </p>
          <Button type="button" size="small" variant="primary" onClick={() => setOpen(true)}>
            {t('builder.together.clash.look')}
          </Button>
        </div>
      )}
      {open && count > 0 && <ClashDialog onClose={() => setOpen(false)} />}
    </div>
  )
}

function ClashDialog({ onClose }: { onClose(): void }) {
  const t = useT()
  const clashes = useBuilder((state) => state.clashes)
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title={t('builder.together.clash.title')}
      description={t('builder.together.clash.intro')}
      actions={
        <Button type="button" onClick={onClose}>
          {t('builder.together.clash.later')}
        </Button>
      }
    >
      <ul className="clashes">
        {clashes.map((clash) => (
          <ClashItem key={clash.id} clash={clash} />
        ))}
      </ul>
    </Dialog>
  )
}

function ClashItem({ clash }: { clash: KeptClash }) {
  const t = useT()
  const { store } = useWorld()
  const definition = useDefinition()
  const words = clashWords(clash, definition, t)
  const name = clash.name || t('builder.together.colleague')
  const settle = (how: 'mine' | 'theirs') => store.getState().settle(clash.id, how)
  return (
    <li className="clash">
      <h3 className="clash__title">{words.title}</h3>
      <dl className="versions-beside">
        <div>
          <dt>{t('builder.together.clash.mine')}</dt>
          <Lines lines={words.mine} />
        </div>
        <div>
          <dt>{t('builder.together.clash.theirs', { name })}</dt>
          <Lines lines={words.theirs} />
        </div>
      </dl>
      {!words.possible && <p className="field__help">{t('builder.together.clash.impossible')}</p>}
      <div className="cluster">
        <Button type="button" size="small" disabled={!words.possible} onClick={() => settle('mine')}>
          {clash.why === 'gone' && clash.back.length > 0
            ? t('builder.together.clash.restore')
            : t('builder.together.clash.useMine')}
        </Button>
        <Button type="button" size="small" onClick={() => settle('theirs')}>
          {t('builder.together.clash.useTheirs', { name })}
        </Button>
      </div>
    </li>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </>
  )
}
