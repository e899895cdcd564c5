import { useCallback, useEffect, useMemo, useState } from 'react'
import { useActions } from './actions.ts'
import { CommandMenu } from './command-menu.tsx'
import { CommentsProvider } from './comments/comments-context.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { useBuilder, useWorld } from './context.tsx'
import { Copies, type Copy } from './copies.tsx'
import { Inspector } from './inspector.tsx'
import { RecallBanner } from './recall-banner.tsx'
import { Room } from './room.tsx'
import { useSaving } from './saving.ts'
import { useShortcuts } from './shortcuts.ts'
import { Side } from './side.tsx'
import { Stage } from './stage.tsx'
import { TopBar } from './top-bar.tsx'
import { PlayPanel } from './try/play-panel.tsx'
import { toggleTrying } from './try/toggle.ts'
import { TrialProvider } from './try/trial-context.tsx'
import { ViewSwitch } from './view-switch.tsx'

export type WorkbenchProps = {
  agency: string
  slug: string
  agencyName: string
  /** The agency's time zone. */
  zone: string
  number: number
  status: string
  copies?: readonly Copy[]
}

/** The frame around the draft: bar, side, stage and inspector, and what stands over them. */
export function Workbench({ agency, slug, agencyName, zone, number, status, copies = [] }: WorkbenchProps) {
  const { store, readOnly } = useWorld()
  const { view, side, trying } = useBuilder((state) => state.sight)
  const { add, remove } = useActions()
  const home = `/susun/${agency}/${slug}`
  const place = `${agency}/${slug}/${number}`
  const save = useSaving(store, { address: `${home}/draf`, place, readOnly })
  const [commands, setCommands] = useState(false)
  const onSave = useCallback(() => void save(), [save])
  useShortcuts(
    useMemo(
      () => ({
        save: onSave,
        undo: () => store.getState().undo(),
        redo: () => store.getState().redo(),
        commands: () => setCommands(true),
        remove: () => readOnly || remove(),
        addStep: () => readOnly || add('task'),
        tryIt: () => toggleTrying(store),
      }),
      [store, onSave, add, remove, readOnly],
    ),
  )
  useEffect(() => {
    document.body.classList.add('has-builder')
    return () => document.body.classList.remove('has-builder')
  }, [])
  return (
    <TrialProvider home={home}>
      <CommentsProvider address={`${home}/komentar`} zone={zone} save={save}>
        <div className="builder bleed" data-view={view} data-side={side} data-trying={trying}>
          <TopBar
            home={home}
            agencyName={agencyName}
            number={number}
            status={status}
            onSave={onSave}
            onCommands={() => setCommands(true)}
          />
          <RecallBanner place={place} />
          <ViewSwitch />
          <Room>
            <Side />
          </Room>
          <Room>
            <Stage />
          </Room>
          <Room>
            {trying === 'off' ? <Inspector below={<Copies copies={copies} address={`${home}/draf`} />} /> : <PlayPanel />}
          </Room>
          <CommandMenu home={home} open={commands} onOpenChange={setCommands} onSave={onSave} />
          <ConflictDialog address={`${home}/draf`} place={place} />
        </div>
      </CommentsProvider>
    </TrialProvider>
  )
}
