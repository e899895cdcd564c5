import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { type Tab, Tabs } from '#app/ui/tabs.tsx'
import { useComments } from './comments/comments-context.tsx'
import { CommentsPanel } from './comments/comments-panel.tsx'
import { useBuilder, useWorld } from './context.tsx'
import { Outline } from './outline.tsx'
import { Problems } from './problems.tsx'
import type { SideTab } from './store.ts'

/** What stands beside the drawing, one at a time. */
export function Side() {
  const t = useT()
  const { store, findings } = useWorld()
  const side = useBuilder((state) => state.sight.side)
  const { talk } = useComments()
  const open = talk.threads?.filter(({ resolved }) => resolved === null).length ?? 0
  const tabs: (Tab & { id: SideTab })[] = [
    { id: 'outline', label: t('builder.side.outline'), panel: <Outline /> },
    {
      id: 'problems',
      label: (
        <>
          {t('builder.side.problems')} <span className="count">{findings.length}</span>
        </>
      ),
      panel: <Problems />,
    },
    ...(talk.hidden
      ? []
      : [
          {
            id: 'comments' as const,
            label: (
              <>
                <Icon name="chat" label={t('comments.title')} /> {open > 0 && <span className="count">{open}</span>}
              </>
            ),
            panel: <CommentsPanel />,
          },
        ]),
  ]
  return (
    <div className="builder__side">
      <Tabs
        label={t('builder.side.label')}
        value={side}
        onValueChange={(id) => store.getState().show({ side: id as SideTab })}
        tabs={tabs}
      />
    </div>
  )
}
