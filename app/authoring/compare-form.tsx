import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/input.tsx'
import type { VersionsPage } from '#app/use-cases/definitions/read-versions.server.ts'

type Props = { versions: VersionsPage['versions']; comparison: { before: number; after: number } | null }

/** Asks for any two versions; at first the newest and the one in force, or else the one before it. */
export function CompareForm({ versions, comparison }: Props) {
  const t = useT()
  const [newest, previous] = versions
  const inForce = versions.find(({ status, number }) => status === 'published' && number !== newest?.number)
  const from = comparison?.before ?? inForce?.number ?? previous?.number
  const to = comparison?.after ?? newest?.number
  const options = versions.map(({ number, status }) => ({
    value: String(number),
    label: `${t('authoring.versionName', { number })} · ${t(`authoring.status.${status}`)}`,
  }))
  return (
    <Card title={t('authoring.changes.compare')}>
      <form method="get" className="authoring-filter">
        <Field id="compare-from" label={t('authoring.changes.from')} unmarked>
          <Select name="dari" defaultValue={from} options={options} />
        </Field>
        <Field id="compare-to" label={t('authoring.changes.to')} unmarked>
          <Select name="ke" defaultValue={to} options={options} />
        </Field>
        <Button>{t('authoring.changes.show')}</Button>
      </form>
    </Card>
  )
}
