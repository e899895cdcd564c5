import { useState } from 'react'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { canonicalJson } from '#engine'
import { useWorld } from './context.tsx'
import { forget, recall } from './remember.ts'

/** Offers work of an earlier visit that never reached the server. */
export function RecallBanner({ place }: { place: string }) {
  const t = useT()
  const format = useFormat()
  const { store, readOnly } = useWorld()
  const [kept, setKept] = useState(() => {
    const found = readOnly ? null : recall(place)
    return found && canonicalJson(found.definition) !== canonicalJson(store.getState().server.definition) ? found : null
  })
  if (kept === null) return null
  const restore = () => {
    const { server, replace } = store.getState()
    // Made from an older revision, it is sent with that one: a colleague's save in between then shows as a conflict.
    store.setState({ server: { ...server, revision: kept.revision } })
    replace(kept.definition)
    setKept(null)
  }
  const discard = () => {
    forget(place)
    setKept(null)
  }
  return (
    <div className="builder__banner">
      <Banner tone="warning" title={t('builder.recall.title')} role="status">
        <p>{t('builder.recall.text', { when: format.dateTime(kept.at) })}</p>
        <div className="cluster">
          <Button type="button" size="small" variant="primary" onClick={restore}>
            {t('builder.recall.restore')}
          </Button>
          <Button type="button" size="small" onClick={discard}>
            {t('builder.recall.discard')}
          </Button>
        </div>
      </Banner>
    </div>
  )
}
