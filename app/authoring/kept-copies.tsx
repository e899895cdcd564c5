import { useFormat, useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'

type Copy = {
  id: string
  number: number
  at: number
  person: string | null
  title: string | null
}
type Shown = {
  id: string
  steps: number
  lines: readonly { heading: string; items: readonly string[] }[]
}

type Props = { copies: readonly Copy[]; shown: Shown | null; zone: string; mayEdit: boolean }

/** Texts that lost a race to save: to look at, to use, or to lay aside for good. */
export function KeptCopies({ copies, shown, zone, mayEdit }: Props) {
  const t = useT()
  const { dateTime } = useFormat(zone)
  return (
    <Banner tone="warning" title={t('authoring.copies.title', { count: copies.length })}>
      <p>{t('authoring.copies.intro')}</p>
      <ul className="authoring-copies">
        {copies.map((copy) => (
          <li key={copy.id} id={`salinan-${copy.id}`}>
            <p>
              {t('authoring.copies.of', { name: copy.person ?? '–', date: dateTime(copy.at), number: copy.number })}
              {copy.title && (
                <>
                  {': '}
                  <strong>{copy.title}</strong>
                </>
              )}
            </p>
            {shown?.id === copy.id ? (
              <ShownCopy copy={shown} />
            ) : (
              <p>
                <a href={`?salinan=${copy.id}#salinan-${copy.id}`}>{t('authoring.copies.show')}</a>
              </p>
            )}
            {mayEdit && (
              <form method="post" className="cluster">
                <input type="hidden" name="copy" value={copy.id} />
                <Button name="form" value="adopt" size="small">
                  {t('authoring.copies.use')}
                </Button>
                <Button name="form" value="drop" size="small" variant="quiet">
                  {t('authoring.copies.drop')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

function ShownCopy({ copy }: { copy: Shown }) {
  const t = useT()
  return (
    <>
      <p>{t('authoring.copies.steps', { count: copy.steps })}</p>
      {copy.lines.map(({ heading, items }) => (
        <div key={heading}>
          <p className="small muted">{heading}</p>
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
