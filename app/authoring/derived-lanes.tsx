import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/input.tsx'
import type { FollowedPage } from '#app/use-cases/definitions/read-followed.server.ts'

/** Who does here what others do where the text comes from: one position for each lane, to begin with. */
export function LanesToFill({ lanes, positions }: { lanes: FollowedPage['emptyLanes']; positions: FollowedPage['positions'] }) {
  const t = useT()
  const options = positions.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <Card title={t('derived.lanes')}>
      <p className="muted">{t('derived.lanesHelp')}</p>
      <form method="post" className="form">
        {lanes.map(({ id, name }) => (
          <Field key={id} id={`lane-${id}`} label={name} unmarked>
            <Select id={`lane-${id}`} name={`lane.${id}`} options={options} placeholder={t('common.choose')} defaultValue="" />
          </Field>
        ))}
        <div className="form__actions">
          <Button name="form" value="fill">
            {t('derived.fill')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
