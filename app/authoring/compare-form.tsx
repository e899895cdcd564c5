import { useFormat, useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/input.tsx'
import type { VersionsPage } from '#app/use-cases/definitions/read-versions.server.ts'

type Props = { page: Pick<VersionsPage, 'versions' | 'snapshots' | 'zone'>; asked: { from: string; to: string } | null }

/** Asks for any two versions or kept texts; at first the newest and the one in force, or else the one before it. */
export function CompareForm({ page, asked }: Props) {
  const t = useT()
  const { dateTime } = useFormat(page.zone)
  const [newest, previous] = page.versions
  const inForce = page.versions.find(({ status, number }) => status === 'published' && number !== newest?.number)
  const [kept] = page.snapshots
  const from = asked?.from ?? inForce?.number ?? previous?.number ?? kept?.id
  const to = asked?.to ?? newest?.number
  const options = [
    ...page.versions.map(({ number, status }) => ({
      value: String(number),
      label: `${t('authoring.versionName', { number })} · ${t(`authoring.status.${status}`)}`,
    })),
    ...page.snapshots.map(({ id, name, why, at }) => ({
      value: id,
      label: `${why === 'named' ? name : t(`versions.kept.why.${why}`)} · ${dateTime(at)}`,
    })),
  ]
  return (
    <Card title={t('authoring.changes.compare')}>
      <form method="get" className="authoring-filter">
        <Field id="compare-from" label={t('authoring.changes.from')} unmarked>
          <Select name="dari" defaultValue={String(from ?? '')} options={options} />
        </Field>
        <Field id="compare-to" label={t('authoring.changes.to')} unmarked>
          <Select name="ke" defaultValue={String(to ?? '')} options={options} />
        </Field>
        <Button>{t('authoring.changes.show')}</Button>
      </form>
    </Card>
  )
}
