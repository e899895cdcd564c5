import { useT } from '#app/i18n/react.tsx'
import { beginningOf, type CallNode, type EventNode, type NodePatch, type TaskNode, type WaitNode } from '#engine'
import { useDefinition } from './context.tsx'
import { LineList, TextLine } from './controls.tsx'
import { NoteLine } from './note-line.tsx'

/** The step's words: a row of the SOP matrix, and its sentence on the sheet. */
export function WordsTab({ node }: { node: TaskNode | EventNode | WaitNode | CallNode }) {
  const t = useT()
  const patch = (change: NodePatch) => [{ type: 'UpdateNode' as const, node: node.id, patch: change }]
  return (
    <div className="stack">
      <TextLine
        label={t('builder.words.activity')}
        help={<ActivityHint activity={node.activity} />}
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
      <NoteLine node={node} />
    </div>
  )
}

/** How the activity begins, as it is typed. */
function ActivityHint({ activity }: { activity: string }) {
  const t = useT()
  const beginning = beginningOf(activity, useDefinition().flow.lanes)
  switch (beginning?.with) {
    case 'lane':
      return <span className="words-hint">{t('builder.words.startsWithLane', { lane: beginning.lane })}</span>
    case 'other':
      return <span className="words-hint">{t('builder.words.notAVerb', { word: beginning.word })}</span>
    case 'verb':
      return (
        <span className="words-hint" data-good>
          {t('builder.words.verbFirst')}
        </span>
      )
    default:
      return t('builder.words.activityHelp')
  }
}
