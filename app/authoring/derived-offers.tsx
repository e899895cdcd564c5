import { useT } from '#app/i18n/react.tsx'
import type { Translate } from '#app/i18n/translator.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import type { FollowedPage } from '#app/use-cases/definitions/read-followed.server.ts'
import { type Change, type ComponentKey, type Offer, officialHeadings } from '#engine'

type Props = { page: Pick<FollowedPage, 'offers' | 'mayEdit'>; source: NonNullable<FollowedPage['source']> }

/** What the source changed since it was last looked through, to be taken part by part. */
export function SourceOffers({ page, source }: Props) {
  const t = useT()
  const { number, newest } = source
  if (number === null || newest === null) return <Card title={t('derived.offers')}>{t('derived.gone')}</Card>
  if (newest === number) return <Card title={t('derived.offers')}>{t('derived.unchanged', { number })}</Card>
  return (
    <Card title={t('derived.since', { from: number, to: newest })}>
      {page.offers.length === 0 ? (
        <p>{t('derived.allHere', { number: newest })}</p>
      ) : (
        <form method="post" className="stack" id="ambil">
          <p className="muted">{t('derived.offersHelp')}</p>
          <ul className="offers">
            {page.offers.map((offer) => (
              <li key={offer.key} className="offer">
                <OfferLine offer={offer} mayEdit={page.mayEdit} />
              </li>
            ))}
          </ul>
          {page.mayEdit && (
            <div className="form__actions">
              <Button variant="primary" name="form" value="take">
                {t('derived.take')}
              </Button>
            </div>
          )}
        </form>
      )}
      {page.mayEdit && (
        <form method="post" className="offers__seen">
          <input type="hidden" name="number" value={newest} />
          <Button name="form" value="seen">
            {t('derived.seen', { number: newest })}
          </Button>
          <p className="muted small">{t('derived.seenHelp')}</p>
        </form>
      )}
    </Card>
  )
}

function OfferLine({ offer, mayEdit }: { offer: Offer; mayEdit: boolean }) {
  const t = useT()
  const name = titleOf(offer, t)
  return (
    <>
      <div className="offer__head">
        {mayEdit ? <Checkbox name="units[]" value={offer.key} label={name} /> : <strong>{name}</strong>}
        {offer.clashes && <Badge tone="warning">{t('derived.clash')}</Badge>}
      </div>
      {offer.clashes ? (
        <div className="offer__both">
          <Told title={t('derived.theirs')} changes={offer.theirs} none={t('derived.untold')} />
          <Told title={t('derived.ours')} changes={offer.ours} none={t('derived.notHere')} />
        </div>
      ) : (
        <Told changes={offer.theirs} none={t('derived.untold')} />
      )}
    </>
  )
}

function Told({ title, changes, none }: { title?: string; changes: readonly Change[]; none: string }) {
  return (
    <section className="offer__told">
      {title && <h3 className="small">{title}</h3>}
      {changes.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <ul lang="id">
          {changes.map(({ place, what, sentence, after }) => (
            <li key={`${place} ${what} ${sentence}`}>
              {sentence}
              {after.length > 0 && <span className="authoring-sub">{after.join(' · ')}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function titleOf({ kind, id, theirs }: Offer, t: Translate): string {
  if (kind === 'component') return officialHeadings[id as ComponentKey]
  const [first] = theirs
  return kind === 'node' || kind === 'lane' || kind === 'form'
    ? t(`derived.kind.${kind}`, { name: first?.place ?? id })
    : t(`derived.kind.${kind}`)
}
