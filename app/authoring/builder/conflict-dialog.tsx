import { useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { canonicalJson, stepRows } from '#engine'
import { useBuilder, useWorld } from './context.tsx'
import { sendDraft } from './saving.ts'
import { letGo, windowName } from './together/keeping.ts'

/** A colleague saved first. Both versions are kept, whatever is chosen here. */
export function ConflictDialog({ address, place }: { address: string; place: string }) {
  const t = useT()
  const { store, me } = useWorld()
  const save = useBuilder((state) => state.save)
  const mine = useBuilder((state) => state.history.present)
  const server = useBuilder((state) => state.server)
  const [failed, setFailed] = useState<'failed' | 'full' | null>(null)
  if (save.kind !== 'conflict') return null
  const { theirs } = save
  const keepCopy = async () => {
    const { number, revision } = server
    const answer = await sendDraft(address, { intent: 'copy', number, revision, definition: mine })
    setFailed(answer.ok ? null : answer.code === 'copies-full' ? 'full' : 'failed')
    return answer.ok ? (answer.copy ?? null) : null
  }
  const goOn = async () => {
    const copy = await keepCopy()
    if (copy) store.getState().saved({ ...server, definition: mine, copy }, Date.now())
  }
  const openTheirs = async () => {
    if ((await keepCopy()) === null) return
    letGo(me.id, place, windowName())
    window.location.reload()
  }
  const download = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([canonicalJson(mine)], { type: 'application/json' }))
    link.download = `${place.replaceAll('/', '-')}.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Dialog
      open
      wide
      title={t('builder.conflict.title', { name: theirs.name })}
      description={t('builder.conflict.text', { name: theirs.name })}
      actions={
        <>
          <Button type="button" variant="quiet" icon="download" onClick={download}>
            {t('builder.conflict.download')}
          </Button>
          <Button type="button" onClick={goOn}>
            {t('builder.conflict.goOn')}
          </Button>
          <Button type="button" variant="primary" onClick={openTheirs}>
            {t('builder.conflict.open', { name: theirs.name })}
          </Button>
        </>
      }
    >
      {failed && (
        <Banner tone="danger" role="alert">
          {t(`builder.conflict.${failed}`)}
        </Banner>
      )}
      <dl className="versions-beside">
        <div>
          <dt>{t('builder.conflict.mine')}</dt>
          <dd>{t('builder.conflict.size', { steps: stepRows(mine).length, edges: mine.flow.edges.length })}</dd>
        </div>
        <div>
          <dt>{t('builder.conflict.theirs', { name: theirs.name })}</dt>
          <dd>
            {t('builder.conflict.size', {
              steps: stepRows(theirs.definition).length,
              edges: theirs.definition.flow.edges.length,
            })}
          </dd>
        </div>
      </dl>
    </Dialog>
  )
}
