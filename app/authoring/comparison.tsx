import { useT } from '#app/i18n/react.tsx'
import { ChangeTable } from '#app/papers/change-table.tsx'
import { MatrixPicture } from '#app/papers/matrix-picture.tsx'
import { Card } from '#app/ui/card.tsx'
import type { VersionComparison } from './comparison.server.ts'

// A box that scrolls has to be reachable by keyboard.
const reachable = { tabIndex: 0 } as const

/** Two versions compared, in words and on the matrix of the newer. */
export function Comparison({ comparison, title }: { comparison: VersionComparison; title: string }) {
  const t = useT()
  const { before, after, changes, picture } = comparison
  return (
    <Card title={title} id="beda" className="authoring-changes">
      <p>{t('authoring.changes.lead', { before, after })}</p>
      {changes.length === 0 ? (
        <p>
          <strong>{t('authoring.changes.none')}</strong>
        </p>
      ) : (
        <ChangeTable changes={changes} />
      )}
      {picture && <Overlay picture={picture} names={{ before, after }} />}
    </Card>
  )
}

type OverlayProps = {
  picture: NonNullable<VersionComparison['picture']>
  names: { before: string; after: string }
  /** Tells the pictures of one page apart. */
  id?: string
}

/** The matrix of the newer version with its new and changed rows marked; the rows that are gone stand below it. */
export function Overlay({ picture: { sop, matrix, marks, removed }, names, id = 'changes' }: OverlayProps) {
  const t = useT()
  const heading = t('authoring.changes.picture', names)
  return (
    <>
      {marks.length > 0 && (
        <>
          <h3>{heading}</h3>
          <p className="muted">{t('authoring.changes.legend', names)}</p>
          <section className="matrix-frame" lang="id" aria-label={heading} {...reachable}>
            <MatrixPicture sop={sop} id={id} options={{ ...matrix, marks: new Map(marks) }} />
          </section>
        </>
      )}
      {removed.length > 0 && (
        <>
          <h3>{t('authoring.changes.removed', names)}</h3>
          <ul lang="id">
            {removed.map(({ number, activity }) => (
              <li key={number}>
                {number}. {activity}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
