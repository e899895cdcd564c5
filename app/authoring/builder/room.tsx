import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Fence } from '#app/ui/fence.tsx'

/** One part of the builder. If it breaks, the others go on, and the draft with them. */
export function Room({ children }: { children: ReactNode }) {
  return <Fence said={(again) => <Broken again={again} />}>{children}</Fence>
}

function Broken({ again }: { again: () => void }) {
  const t = useT()
  return (
    <Banner tone="danger" role="alert">
      <p>{t('builder.room.broken')}</p>
      <Button type="button" size="small" icon="refresh" onClick={again}>
        {t('builder.room.again')}
      </Button>
    </Banner>
  )
}
