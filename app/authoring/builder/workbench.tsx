import { useCallback, useEffect, useMemo, useState } from 'react'
import { useActions } from './actions.ts'
import { CommandMenu } from './command-menu.tsx'
import { CommentsProvider } from './comments/comments-context.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { useBuilder, useWorld } from './context.tsx'
import { Copies, type Copy } from './copies.tsx'
import { OutlookProvider } from './desk.tsx'
import { Inspector } from './inspector.tsx'
import { MenuProvider } from './moves/menu-provider.tsx'
import { RecallBanner } from './recall-banner.tsx'
import { Room } from './room.tsx'
import { useSaving } from './saving.ts'
import { useShortcuts } from './shortcuts.ts'
import { Side } from './side.tsx'
import { Stage } from './stage.tsx'
import { TopBar } from './top-bar.tsx'
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
  const { view, side } = useBuilder((state) => state.sight)
  const { add, remove, duplicate, chooseAll } = useActions()
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
        duplicate: () => readOnly || duplicate(store.getState().chosen),
        find: () => store.getState().show({ find: true }),
        selectAll: chooseAll,
      }),
      [store, onSave, add, remove, duplicate, chooseAll, readOnly],
    ),
  )
  useEffect(() => {
    document.body.classList.add('has-builder')
    return () => document.body.classList.remove('has-builder')
  }, [])
  return (
    <CommentsProvider address={`${home}/komentar`} zone={zone} save={save}>
      <OutlookProvider save={onSave}>
        <MenuProvider>
          <div className="builder bleed" data-view={view} data-side={side}>
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
              <Inspector below={<Copies copies={copies} address={`${home}/draf`} />} />
            </Room>
            <CommandMenu open={commands} onOpenChange={setCommands} />
            <ConflictDialog address={`${home}/draf`} place={place} />
          </div>
        </MenuProvider>
      </OutlookProvider>
    </CommentsProvider>
  )
}
