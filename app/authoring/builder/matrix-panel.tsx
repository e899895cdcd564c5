import { lazy, Suspense } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Fence } from '#app/ui/fence.tsx'

const DraftMatrix = lazy(() => import('./draft-matrix.tsx'))

// A box that scrolls has to be reachable by keyboard.
const reachable = { tabIndex: 0 } as const

/** The draft as the matrix it will be printed as. Whatever goes wrong in it stays in it. */
export function MatrixPanel() {
  const t = useT()
  return (
    <section className="builder-matrix matrix-frame" aria-label={t('builder.matrix.label')} {...reachable}>
      <Fence said={() => <p className="builder-matrix__said">{t('builder.matrix.unloaded')}</p>}>
        <Suspense fallback={<p className="builder-matrix__said">{t('builder.matrix.waiting')}</p>}>
          <DraftMatrix />
        </Suspense>
      </Fence>
    </section>
  )
}
