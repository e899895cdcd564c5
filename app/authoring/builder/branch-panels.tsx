import { useT } from '#app/i18n/react.tsx'
import type { JoinNode, ParallelNode } from '#engine'
import { useActions } from './actions.ts'
import { useDefinition } from './context.tsx'
import { AddButton, TextLine } from './controls.tsx'
import { ExitList } from './exit-list.tsx'
import { numberedName } from './names.ts'
import { LanePick } from './node-panels.tsx'
import { NoteLine } from './note-line.tsx'
import { meetingOf } from './plan-branches.ts'
import { QuorumEditor } from './quorum-editor.tsx'

/** What splits: its branches, and where they meet. */
export function ParallelPanel({ node }: { node: ParallelNode }) {
  const t = useT()
  const definition = useDefinition()
  const { addBranch, ask } = useActions()
  const meeting = meetingOf(definition, node.id)
  return (
    <div className="stack">
      <p className="field__help">{t('builder.parallel.help')}</p>
      <BarName node={node} />
      <LanePick node={node} />
      <ExitList node={node} title={t('builder.parallel.branches')}>
        <AddButton onAdd={() => addBranch(node.id)}>{t('builder.parallel.addBranch')}</AddButton>
        <AddButton onAdd={() => ask({ kind: 'connect', node: node.id })}>{t('builder.parallel.connect')}</AddButton>
      </ExitList>
      <p className="field__help">
        {meeting
          ? t('builder.parallel.meets', { step: numberedName(definition, meeting, t) })
          : t('builder.parallel.meetsNowhere')}
      </p>
      <NoteLine node={node} />
    </div>
  )
}

/** What joins: how many branches it waits for. */
export function JoinPanel({ node }: { node: JoinNode }) {
  const t = useT()
  const { ask } = useActions()
  return (
    <div className="stack">
      <p className="field__help">{t('builder.join.help')}</p>
      <BarName node={node} />
      <QuorumEditor node={node.id} quorum={node.quorum} of="branches" />
      <LanePick node={node} />
      <ExitList node={node} title={t('builder.exits.title')}>
        <AddButton onAdd={() => ask({ kind: 'connect', node: node.id })}>{t('builder.exits.connect')}</AddButton>
      </ExitList>
      <NoteLine node={node} />
    </div>
  )
}

function BarName({ node }: { node: ParallelNode | JoinNode }) {
  const t = useT()
  return (
    <TextLine
      label={t('builder.parallel.name')}
      help={t('builder.parallel.nameHelp')}
      value={node.name ?? ''}
      changeKey={`${node.id}:name`}
      toEdits={(name) => [{ type: 'UpdateNode', node: node.id, patch: { name: name.trim() === '' ? undefined : name } }]}
    />
  )
}
