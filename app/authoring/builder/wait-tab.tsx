import { useT } from '#app/i18n/react.tsx'
import { type FieldId, fieldsOf, type WaitNode, type WaitUntil } from '#engine'
import { useActions } from './actions.ts'
import { useDefinition, useWorld } from './context.tsx'
import { AddButton, Pick, TextLine, Tick } from './controls.tsx'
import { DurationEditor, oneDay } from './duration-editor.tsx'
import { ExitList } from './exit-list.tsx'
import { LanePick } from './node-panels.tsx'

/** Until when a wait lasts, and where it leads. */
export function WaitTab({ node }: { node: WaitNode }) {
  const t = useT()
  const { store } = useWorld()
  const definition = useDefinition()
  const { ask } = useActions()
  const { until } = node
  const set = (next: WaitUntil) => [{ type: 'UpdateNode' as const, node: node.id, patch: { until: next } }]
  const apply = (next: WaitUntil) => store.getState().edit(set(next), { key: `${node.id}:until` })
  const dates = [...fieldsOf(definition).values()].filter(({ kind }) => kind === 'date' || kind === 'dateTime')
  const [date] = dates
  const kinds = [
    { value: 'report', label: t('builder.wait.until.report') },
    { value: 'duration', label: t('builder.wait.until.duration') },
    { value: 'moment', label: t('builder.wait.until.moment'), disabled: date === undefined },
  ]
  const pick = (kind: string) => {
    if (kind === 'duration') apply({ kind, duration: oneDay })
    else if (kind === 'moment' && date) apply({ kind, field: date.id })
    else if (kind === 'report') apply({ kind, event: node.activity })
  }
  return (
    <div className="stack">
      <Pick
        label={t('builder.wait.until')}
        help={t(`builder.wait.help.${until.kind}`)}
        value={until.kind}
        options={kinds}
        onPick={pick}
      />
      {until.kind === 'duration' && (
        <DurationEditor duration={until.duration} onChange={(duration) => apply({ kind: 'duration', duration })} />
      )}
      {until.kind === 'moment' && (
        <Pick
          label={t('builder.wait.field')}
          value={until.field}
          options={dates.map((field) => ({ value: field.id as string, label: field.label }))}
          placeholder={t('common.choose')}
          onPick={(field) => apply({ kind: 'moment', field: field as FieldId })}
        />
      )}
      {until.kind === 'report' && (
        <>
          <TextLine
            label={t('builder.wait.event')}
            help={t('builder.wait.eventHelp')}
            value={until.event}
            required
            changeKey={`${node.id}:event`}
            toEdits={(event) => set({ ...until, event })}
          />
          <Tick
            label={t('builder.wait.atMost')}
            help={t('builder.wait.atMostHelp')}
            checked={until.atMost !== undefined}
            onTick={(on) => apply({ ...until, atMost: on ? oneDay : undefined })}
          />
          {until.atMost && <DurationEditor duration={until.atMost} onChange={(atMost) => apply({ ...until, atMost })} />}
        </>
      )}
      <Tick
        label={t('builder.time.pauses')}
        help={t('builder.time.pausesHelp')}
        checked={node.pausesClock}
        onTick={(pausesClock) => store.getState().edit([{ type: 'UpdateNode', node: node.id, patch: { pausesClock } }])}
      />
      <LanePick node={node} />
      <ExitList node={node} title={t('builder.exits.title')}>
        <AddButton onAdd={() => ask({ kind: 'connect', node: node.id })}>{t('builder.exits.connect')}</AddButton>
      </ExitList>
    </div>
  )
}
