import { useMemo, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { type ColumnRole, type LaneId, limits, type NodeId, type Pasted, readGrid, stepRows } from '#engine'
import { useBuilder, useDefinition, useNewWords, useWorld } from '../context.tsx'
import { Pick } from '../controls.tsx'
import { numberedName } from '../names.ts'
import { PastedColumns } from './pasted-columns.tsx'
import { PastedLanes } from './pasted-lanes.tsx'
import { PastedRows } from './pasted-rows.tsx'
import { lanesToMake, pasteRoom, planPaste, standingLanes } from './plan-paste.ts'

/** The steps that a paste becomes, and what the author may say otherwise about it. */
export function PastePreview({ pasted: given, onClose, onAgain }: { pasted: Pasted; onClose(): void; onAgain(): void }) {
  const t = useT()
  const words = useNewWords()
  const definition = useDefinition()
  const { store } = useWorld()
  const chosen = useBuilder(({ selection }) => (selection?.kind === 'node' ? selection.id : null))
  const [roles, setRoles] = useState(given.headings.columns)
  const pasted = useMemo(() => readGrid(given.grid, { ...given.headings, columns: roles }), [given, roles])
  const [mapped, setMapped] = useState<ReadonlyMap<string, LaneId | null>>(new Map())
  const [rowLanes, setRowLanes] = useState<ReadonlyMap<number, string>>(new Map())
  const rows = useMemo(() => stepRows(definition), [definition])
  const [after, setAfter] = useState<NodeId | null>(
    () => rows.find(({ node }) => node.id === chosen)?.node.id ?? rows.at(-1)?.node.id ?? null,
  )
  const start = definition.flow.nodes.find(({ kind }) => kind === 'start')?.id ?? null

  const room = pasteRoom(definition)
  const steps = useMemo(
    () =>
      pasted.steps.slice(0, Math.max(0, room.steps)).map((step) => {
        const lane = rowLanes.get(step.row)
        return lane === undefined
          ? step
          : {
              ...step,
              lanes: [lane],
              doubts: step.doubts.filter((doubt) => !/^(no-lane|lane-guessed|several-lanes)$/.test(doubt)),
            }
      }),
    [pasted, rowLanes, room.steps],
  )
  const names = [...new Set([...pasted.lanes, ...definition.flow.lanes.map(({ name }) => name)])]
  const lanes = standingLanes(definition, names)
  for (const [name, lane] of mapped) {
    if (lane === null) lanes.delete(name)
    else lanes.set(name, lane)
  }
  const wish = { steps, lanes, after: after ?? start }
  const tooManyLanes = lanesToMake(wish).length > room.lanes
  const over = pasted.steps.length - steps.length + pasted.beyond

  const put = () => {
    const plan = planPaste(definition, wish, words)
    if (plan === null || !store.getState().edit(plan.edits, { select: plan.select })) return
    store.getState().show({ view: 'table' })
    store.getState().say(t('builder.paste.done', { count: steps.length }))
    onClose()
  }

  return (
    <>
      <p role="status">{t('builder.paste.found', { count: steps.length, lanes: pasted.lanes.length })}</p>
      {over > 0 && (
        <p className="paste__wrong" role="alert">
          {t('builder.paste.over', { max: limits.nodes, fit: steps.length, over })}
        </p>
      )}
      {tooManyLanes && (
        <p className="paste__wrong" role="alert">
          {t('builder.paste.tooManyLanes', { max: room.lanes })}
        </p>
      )}
      <PastedColumns
        columns={roles}
        grid={pasted.grid}
        first={pasted.headings.first}
        onRole={(at, role: ColumnRole) =>
          setRoles((before) => before.map((column, index) => (index === at ? { ...column, role } : column)))
        }
      />
      <PastedLanes
        names={pasted.lanes}
        lanes={lanes}
        onLane={(name, lane) => setMapped((before) => new Map(before).set(name, lane))}
      />
      {rows.length > 0 && (
        <Pick
          label={t('builder.paste.after')}
          value={after ?? ''}
          options={rows.map(({ node }) => ({ value: node.id as string, label: numberedName(definition, node.id, t, rows) }))}
          onPick={(id) => setAfter(id as NodeId)}
        />
      )}
      <PastedRows steps={steps} names={names} onLane={(row, name) => setRowLanes((before) => new Map(before).set(row, name))} />
      {pasted.leftOut.length > 0 && (
        <details>
          <summary>{t('builder.paste.leftOut', { count: pasted.leftOut.length })}</summary>
          <ul>
            {pasted.leftOut.map(({ row, words: said }) => (
              <li key={row}>{t('builder.paste.leftOutRow', { row, words: said })}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="dialog__actions paste__actions">
        <Button type="button" onClick={onAgain}>
          {t('builder.paste.again')}
        </Button>
        <Button type="button" variant="primary" disabled={steps.length === 0 || tooManyLanes} onClick={put}>
          {t('builder.paste.put', { count: steps.length })}
        </Button>
      </div>
    </>
  )
}
