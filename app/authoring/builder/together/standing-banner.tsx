import { useState } from 'react'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { useBuilder, useWorld } from '../context.tsx'

/** What became of the work meanwhile: gone on with after an earlier visit, signed out, or no draft any more. */
export function StandingBanner() {
  const t = useT()
  const format = useFormat()
  const { readOnly } = useWorld()
  const save = useBuilder((state) => state.save)
  const status = useBuilder((state) => state.status)
  const resumed = useBuilder((state) => state.resumed)
  const held = useBuilder((state) => state.held)
  const [seen, setSeen] = useState(false)
  if (readOnly) return null
  const signedOut = save.kind === 'failed' && save.why === 'signed-out'
  const closed = status !== 'draft'
  const unkept = !held && save.kind !== 'saved'
  return (
    <div className="builder__banner" role="status">
      {signedOut && (
        <Banner tone="warning" title={t('builder.together.signedOut')}>
          <p>
            {t('builder.together.signedOutText')}{' '}
            <a href="/masuk" target="_blank" rel="noreferrer">
              {t('builder.together.signIn')}
            </a>
          </p>
        </Banner>
      )}
      {closed && (
        <Banner tone="warning" title={t('builder.together.closed')}>
          <p>{t('builder.together.closedText')}</p>
        </Banner>
      )}
      {unkept && (
        <Banner tone="warning" title={t('builder.together.unkept')}>
          <p>{t('builder.together.unkeptText')}</p>
        </Banner>
      )}
      {resumed !== null && !seen && (
        <Banner tone="info" title={t('builder.together.resumed')}>
          <p>{t('builder.together.resumedText', { when: format.dateTime(resumed) })}</p>
          <div className="cluster">
            <Button type="button" size="small" onClick={() => setSeen(true)}>
              {t('builder.together.understood')}
            </Button>
          </div>
        </Banner>
      )}
    </div>
  )
}
