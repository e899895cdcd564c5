import { Handle, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { CallNode, JoinNode, NodeId, Outcome, ParallelNode, TaskNode, WaitNode } from '#engine'
import { printDuration } from '#engine/calendar/print.ts'
import { type Worst as WorstFound, WorstMark } from './checks/worst-mark.tsx'
import { CommentCount } from './comments/comment-count.tsx'
import { useWorld } from './context.tsx'
import { hasFacts, isPlain } from './geometry.ts'
import { useInsert } from './insert.tsx'
import { kindIcon } from './kinds.ts'
import { nodeName } from './names.ts'
import { useNear } from './near.tsx'
import { chipCentre } from './routes.ts'
import type { Card, CardData } from './to-canvas.ts'
import { WhoIsHere } from './together/presence.tsx'
import { PlayMark } from './try/mark.tsx'

/** One node of the flow on the canvas. Its size is fixed by what it shows, see `sizeOf`. */
export const NodeCard = memo(function NodeCard({ data, selected }: NodeProps<Card>) {
  const { node, worst } = data
  const near = useNear()
  return (
    <div
      className={classNames(
        'card-node',
        `card-node--${node.kind}`,
        selected && 'card-node--selected',
        worst && `card-node--${worst.finding.severity === 'error' ? 'error' : 'warning'}`,
        near !== 'near' && `card-node--${near}`,
      )}
      data-node={node.id}
    >
      {node.kind !== 'start' && <Handle id="in" type="target" position={Position.Top} className="card-node__in" />}
      {near !== 'far' && <CardBody data={data} />}
      <PlayMark node={node.id} />
      <WhoIsHere step={node.id} />
      <Exits data={data} />
    </div>
  )
})

function CardBody({ data }: { data: CardData }) {
  const t = useT()
  const { node, number, lane, worst } = data
  const name = nodeName(node, t)
  if (node.kind === 'start' || node.kind === 'end') {
    return (
      <>
        <span className="card-node__dot" data-result={node.kind === 'end' ? node.result : 'start'} aria-hidden="true" />
        <span className="card-node__capsule-name">{node.kind === 'start' ? t(`builder.by.${node.by}`) : name}</span>
        <CommentCount kind="node" id={node.id} />
        {worst && <Worst worst={worst} />}
      </>
    )
  }
  if (node.kind === 'parallel' || node.kind === 'join') return <BarBody node={node} name={name} worst={worst} />
  return (
    <>
      <span className="card-node__head">
        <span className="card-node__number">
          {node.kind === 'decision' ? '?' : node.kind === 'task' ? number : <Icon name={kindIcon[node.kind]} small />}
        </span>
        <span className="card-node__lane">{node.kind === 'task' ? lane : `${number} · ${t(`builder.kind.${node.kind}`)}`}</span>
        <CommentCount kind="node" id={node.id} />
        {worst && <Worst worst={worst} />}
      </span>
      <span className="card-node__name">{name}</span>
      {node.kind === 'task' && <Facts task={node} fourEyes={data.fourEyes} joint={data.joint} />}
      {node.kind === 'wait' && <WaitFact node={node} field={data.until} />}
      {node.kind === 'call' && <CallFact node={node} called={data.called ?? node.standard.slug} />}
    </>
  )
}

/** Over the whole draft, so that only marked cards are drawn anew when a word elsewhere changes. */
function Worst({ worst }: { worst: WorstFound }) {
  const { store } = useWorld()
  return (
    <span className="card-node__worst" data-worst={worst.finding.severity === 'error' ? 'error' : 'warning'}>
      <WorstMark worst={worst} definition={store.getState().history.present} />
    </span>
  )
}

function BarBody({ node, name, worst }: { node: ParallelNode | JoinNode; name: string; worst: CardData['worst'] }) {
  const t = useT()
  const quorum = node.kind === 'join' && node.quorum.kind !== 'all' ? node.quorum : null
  return (
    <>
      <Icon name={kindIcon[node.kind]} small />
      <span className="card-node__bar-name">{name}</span>
      {quorum && (
        <span className="card-node__quorum">
          {quorum.kind === 'any' ? t('builder.card.any') : t('builder.card.atLeast', { n: quorum.n })}
        </span>
      )}
      <CommentCount kind="node" id={node.id} />
      {worst && <Worst worst={worst} />}
    </>
  )
}

function WaitFact({ node: { until }, field }: { node: WaitNode; field: string | null }) {
  const t = useT()
  const locale = useLocale()
  const words =
    until.kind === 'duration'
      ? printDuration(until.duration, locale)
      : until.kind === 'moment'
        ? t('builder.card.until', { field: field ?? until.field })
        : until.event
  return (
    <span className="card-node__facts">
      <span className="card-node__fact">
        <Icon name={until.kind === 'report' ? 'inbox' : 'calendar'} small />
        <span>{words}</span>
      </span>
      {until.kind === 'report' && until.atMost && (
        <span className="card-node__fact">
          <Icon name="clock" small />
          <span>{printDuration(until.atMost, locale)}</span>
        </span>
      )}
    </span>
  )
}

function CallFact({ node, called }: { node: CallNode; called: string }) {
  const t = useT()
  return (
    <span className="card-node__facts">
      <span className="card-node__fact">
        <Icon name="file" small />
        <span>{t('builder.card.called', { title: called, version: node.standard.version })}</span>
      </span>
    </span>
  )
}

function Facts({ task, fourEyes, joint }: { task: TaskNode; fourEyes: boolean; joint: readonly string[] }) {
  const t = useT()
  const locale = useLocale()
  if (!hasFacts(task)) return null
  return (
    <span className="card-node__facts">
      {task.duration && (
        <span className="card-node__fact">
          <Icon name="clock" small />
          <span>{printDuration(task.duration, locale)}</span>
        </span>
      )}
      {task.form && (
        <span className="card-node__fact">
          <Icon name="file" small />
          <span>{t('builder.card.form')}</span>
        </span>
      )}
      {joint.length > 0 && (
        <span className="card-node__fact">
          <Icon name="users" small label={t('builder.card.together')} />
          <span>{joint.join(', ')}</span>
        </span>
      )}
      {task.disposition && <Icon name="users" small label={t('builder.card.disposition')} />}
      {fourEyes && <Icon name="eye" small label={t('builder.card.fourEyes')} />}
    </span>
  )
}

function Exits({ data: { node, open } }: { data: CardData }) {
  if (node.kind === 'end') return null
  if (node.kind !== 'task' || isPlain(node)) {
    return (
      <Handle
        id="out"
        type="source"
        position={Position.Bottom}
        className={classNames('card-node__out', open.length > 0 && 'card-node__out--open')}
      />
    )
  }
  return (
    <>
      <span className="card-node__chips">
        {node.outcomes.map((outcome) => (
          <Chip key={outcome.id} from={node.id} outcome={outcome} open={open.includes(outcome.id)} />
        ))}
      </span>
      {node.outcomes.map((outcome, index) => (
        <Handle
          key={outcome.id}
          id={outcome.id}
          type="source"
          position={Position.Bottom}
          className={classNames('card-node__out', open.includes(outcome.id) && 'card-node__out--open')}
          style={{ left: `${(chipCentre(index, node.outcomes.length, 1) * 100).toFixed(3)}%` }}
        />
      ))}
    </>
  )
}

/** An exit that leads nowhere yet leads on when it is pressed. */
function Chip({ from, outcome, open }: { from: NodeId; outcome: Outcome; open: boolean }) {
  const t = useT()
  const insert = useInsert()
  if (!open || insert.readOnly) {
    return (
      <span className="chip" data-tone={outcome.kind} data-open={open || undefined} title={outcome.label}>
        {outcome.label}
      </span>
    )
  }
  const name = t('builder.do.exitStep', { outcome: outcome.label })
  return (
    <button
      type="button"
      tabIndex={-1}
      className="chip chip--open nodrag"
      data-tone={outcome.kind}
      data-open
      title={name}
      aria-label={name}
      onClick={(event) => {
        event.stopPropagation()
        insert.openExit({ from, outcome: outcome.id }, event.currentTarget.getBoundingClientRect())
      }}
    >
      <Icon name="plus" small />
      {outcome.label}
    </button>
  )
}
