import { useCallback, useEffect, useMemo, useState } from 'react'
import { useActions } from './actions.ts'
import { BesideProvider } from './checks/context.ts'
import { usePlaceInAddress } from './checks/place-in-address.ts'
import { ProblemKeys } from './checks/problem-keys.tsx'
import { CommandMenu } from './command-menu.tsx'
import { CommentsProvider } from './comments/comments-context.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { useBuilder, useWorld } from './context.tsx'
import { Copies, type Copy } from './copies.tsx'
import { OutlookProvider } from './desk.tsx'
import { Inspector } from './inspector.tsx'
import { MenuProvider } from './moves/menu-provider.tsx'
import { Room } from './room.tsx'
import { useShortcuts } from './shortcuts.ts'
import { Side } from './side.tsx'
import { Stage } from './stage.tsx'
import { useUnsent } from './suggesting/keep-unsent.ts'
import { SuggestDialog } from './suggesting/suggest-dialog.tsx'
import { Clashes } from './together/clashes.tsx'
import { StandingBanner } from './together/standing-banner.tsx'
import { useLine } from './together/use-line.ts'
import { TopBar } from './top-bar.tsx'
import { PlayPanel } from './try/play-panel.tsx'
import { toggleTrying } from './try/toggle.ts'
import { ViewSwitch } from './view-switch.tsx'

export type WorkbenchProps = {
  agency: string
  slug: string
  agencyName: string
  /** The agency's time zone. */
  zone: string
  number: number
  status: string
  /** What is changed here is sent to the authors as a suggestion and saved by nobody. */
  suggesting: boolean
  maySuggest: boolean
  copies?: readonly Copy[]
}

/** The frame around the draft: bar, side, stage and inspector, and what stands over them. */
export function Workbench({
  agency,
  slug,
  agencyName,
  zone,
  number,
  status,
  suggesting,
  maySuggest,
  copies = [],
}: WorkbenchProps) {
  const { store, readOnly, me } = useWorld()
  const { view, side, trying } = useBuilder((state) => state.sight)
  const { add, remove, duplicate, chooseAll } = useActions()
  const home = `/susun/${agency}/${slug}`
  const place = `${agency}/${slug}/${number}`
  const save = useLine(store, {
    address: `${home}/bersama`,
    copies: `${home}/draf`,
    place,
    person: me.id,
    readOnly,
    off: status !== 'draft' || suggesting,
  })
  useUnsent(store, place, suggesting)
  const [commands, setCommands] = useState(false)
  const [sending, setSending] = useState(false)
  const onSave = useCallback(() => (suggesting ? setSending(true) : void save()), [save, suggesting])
  const beside = useMemo(
    () => ({
      home,
      leave: (path: string) => void (suggesting ? Promise.resolve() : save()).then(() => location.assign(`${home}${path}`)),
    }),
    [home, save, suggesting],
  )
  usePlaceInAddress(store)
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
        tryIt: () => toggleTrying(store),
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
      <BesideProvider value={beside}>
        <OutlookProvider save={onSave}>
          <MenuProvider>
            <ProblemKeys />
            <div className="builder bleed" data-view={view} data-side={side} data-trying={trying}>
              <TopBar
                home={home}
                agencyName={agencyName}
                number={number}
                status={status}
                suggesting={suggesting}
                maySuggest={maySuggest}
                onSave={onSave}
                onCommands={() => setCommands(true)}
              />
              <div className="builder__banners">
                {!suggesting && <StandingBanner />}
                {!suggesting && <Clashes />}
              </div>
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
              <CommandMenu open={commands} onOpenChange={setCommands} />
              <ConflictDialog address={`${home}/draf`} place={place} />
              <SuggestDialog {...{ home, place }} open={sending} onOpenChange={setSending} />
            </div>
          </MenuProvider>
        </OutlookProvider>
      </BesideProvider>
    </CommentsProvider>
  )
}
