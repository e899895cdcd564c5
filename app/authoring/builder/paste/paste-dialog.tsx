import { useMemo, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { type Clipboard, type PasteRefusal, pasteLimits, readPaste } from '#engine'
import { useFocusReturn } from '../focus-return.ts'
import { PastePreview } from './paste-preview.tsx'
import { clipboardOf } from './use-paste.tsx'

/** What was copied elsewhere, shown as the steps that it would become before anything is changed. */
export function PasteDialog({ clipboard: given, onClose }: { clipboard: Clipboard | null; onClose(): void }) {
  const t = useT()
  const focus = useFocusReturn()
  const [clipboard, setClipboard] = useState(given)
  const read = useMemo(() => clipboard && readPaste(clipboard), [clipboard])
  return (
    <Dialog
      open
      wide
      title={t('builder.paste.title')}
      description={t('builder.paste.text')}
      focus={focus}
      onOpenChange={(open) => open || onClose()}
    >
      <div className="paste stack">
        {read?.ok ? (
          <PastePreview pasted={read.pasted} onClose={onClose} onAgain={() => setClipboard(null)} />
        ) : (
          <Well refusal={read?.refusal ?? null} onPasted={setClipboard} />
        )}
      </div>
    </Dialog>
  )
}

/** Where a table is pasted or typed. */
function Well({ refusal, onPasted }: { refusal: PasteRefusal | null; onPasted(clipboard: Clipboard): void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  return (
    <>
      {refusal && (
        <p className="paste__wrong" role="alert">
          {refusal.code === 'nothing'
            ? t('builder.paste.nothing')
            : t('builder.paste.tooLarge', { max: pasteLimits.characters / 1_000_000 })}
        </p>
      )}
      <label className="field__label" htmlFor="paste-well">
        {t('builder.paste.well')}
      </label>
      <textarea
        id="paste-well"
        className="input paste__well"
        rows={8}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPaste={(event) => {
          event.preventDefault()
          onPasted(clipboardOf(event.clipboardData))
        }}
      />
      <div className="dialog__actions">
        <Button
          type="button"
          variant="primary"
          disabled={typed.trim() === ''}
          onClick={() => onPasted({ html: '', text: typed })}
        >
          {t('builder.paste.read')}
        </Button>
      </div>
    </>
  )
}
