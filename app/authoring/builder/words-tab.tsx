import { useT } from '#app/i18n/react.tsx'
import type { CallNode, EventNode, NodePatch, TaskNode, WaitNode } from '#engine'
import { LineList, TextLine } from './controls.tsx'

/** The step's words: a row of the SOP matrix, and its sentence on the sheet. */
export function WordsTab({ node }: { node: TaskNode | EventNode | WaitNode | CallNode }) {
  const t = useT()
  const patch = (change: NodePatch) => [{ type: 'UpdateNode' as const, node: node.id, patch: change }]
  return (
    <div className="stack">
      <TextLine
        label={t('builder.words.activity')}
        help={t('builder.words.activityHelp')}
        value={node.activity}
        required
        long
        rows={2}
        changeKey={`${node.id}:activity`}
        toEdits={(activity) => patch({ activity })}
      />
      <TextLine
        label={t('builder.words.statement')}
        help={t('builder.words.statementHelp')}
        value={node.statement ?? ''}
        long
        rows={3}
        changeKey={`${node.id}:statement`}
        toEdits={(text) => patch({ statement: text.trim() === '' ? undefined : text })}
      />
      <LineList
        label={t('builder.words.requirements')}
        items={node.requirements}
        changeKey={`${node.id}:requirements`}
        toEdits={(requirements) => patch({ requirements })}
      />
      <LineList
        label={t('builder.words.output')}
        items={node.output}
        changeKey={`${node.id}:output`}
        toEdits={(output) => patch({ output })}
      />
      <TextLine
        label={t('builder.words.remark')}
        value={node.remark ?? ''}
        long
        rows={2}
        changeKey={`${node.id}:remark`}
        toEdits={(text) => patch({ remark: text.trim() === '' ? undefined : text })}
      />
      <TextLine
        label={t('builder.words.note')}
        help={t('builder.words.noteHelp')}
        value={node.note ?? ''}
        long
        rows={2}
        changeKey={`${node.id}:note`}
        toEdits={(text) => patch({ note: text.trim() === '' ? undefined : text })}
      />
    </div>
  )
}
