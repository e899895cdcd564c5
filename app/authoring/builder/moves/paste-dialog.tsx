import { useId, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/input.tsx'
import type { LaneId } from '#engine'
import { useActions } from '../actions.ts'
import { useDefinition } from '../context.tsx'
import { useFocusReturn } from '../focus-return.ts'
import type { Clip } from './clip.ts'
import type { LaneChoice } from './lane-match.ts'

/** Asks who does here what the lanes of a copy did where it comes from. */
export function PasteDialog({ clip, lanes, onClose }: { clip: Clip; lanes: readonly LaneChoice[]; onClose(): void }) {
  const t = useT()
  const id = useId()
  const { flow } = useDefinition()
  const { pasteInto } = useActions()
  const focus = useFocusReturn()
  const [chosen, setChosen] = useState(lanes)
  const choose = (lane: LaneId, becomes: string) =>
    setChosen((before) =>
      before.map((one) => (one.lane.id === lane ? { ...one, becomes: becomes === 'new:' ? 'new' : (becomes as LaneId) } : one)),
    )
  return (
    <Dialog
      open
      title={t('builder.clip.title')}
      description={t('builder.clip.text')}
      focus={focus}
      onOpenChange={(open) => open || onClose()}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          pasteInto(clip, chosen)
        }}
      >
        {chosen.map(({ lane, becomes }) => (
          <Field key={lane.id} id={`${id}-${lane.id}`} label={t('builder.clip.lane', { name: lane.name })} unmarked>
            <Select
              id={`${id}-${lane.id}`}
              value={becomes === 'new' ? 'new:' : becomes}
              onChange={(event) => choose(lane.id, event.target.value)}
              options={[
                ...flow.lanes.map((own) => ({ value: own.id as string, label: own.name })),
                { value: 'new:', label: t('builder.clip.new', { name: lane.name }) },
              ]}
            />
          </Field>
        ))}
        <div className="cluster">
          <Button variant="primary">{t('builder.clip.go')}</Button>
          <Button type="button" variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
