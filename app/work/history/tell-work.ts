import type { Disposition, Event } from '#engine'
import { nodeTitle } from '../node-title.ts'
import { partyName, personName, positionTitle, taskTitle } from './names.ts'
import { lines, type Told, type Words } from './telling.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

/** A step opened, taken, handed on or taken back. */
export function tellTask(
  event: Of<'TaskOpened' | 'TaskClaimed' | 'TaskReleased' | 'TaskDelegated' | 'TaskRecast' | 'TaskWithdrawn'>,
  words: Words,
): Told {
  const { t, definition } = words
  if (event.type === 'TaskOpened') {
    const step = nodeTitle(definition, event.node)
    return event.round > 1 ? { title: t('history.openedAgain', { step, round: event.round }) } : null
  }
  const step = taskTitle(words, event.taskId)
  switch (event.type) {
    case 'TaskClaimed':
      return { title: t('history.claimed', { step }) }
    case 'TaskReleased':
      return { title: t('history.released', { step }), body: event.reason }
    case 'TaskDelegated':
      return { title: t('history.delegated', { step, to: personName(words, event.to) }), body: event.reason }
    case 'TaskRecast': {
      const to = event.candidates.flatMap((one) => ('positionId' in one ? [positionTitle(words, one.positionId)] : []))
      return { title: t('history.recast', { step, to: to.join(', ') || t('history.someone') }) }
    }
    case 'TaskWithdrawn':
      return {
        title: t('history.withdrawn', { step }),
        body: event.because ? t(`history.because.${event.because}`) : null,
      }
  }
}

/** What somebody decided, in a whole step or in their part of it. */
export function tellDone(event: Of<'TaskCompleted' | 'PartCompleted'>, words: Words): Told {
  const { t, definition } = words
  const node = definition.flow.nodes.find(({ id }) => id === event.node)
  const outcomes = node?.kind === 'task' ? node.outcomes : []
  const outcome = outcomes.find(({ id }) => id === event.outcome)
  const step = nodeTitle(definition, event.node)
  const decided = outcomes.length > 1 && outcome ? t('history.decided', { step, outcome: outcome.label }) : step
  const part = event.type === 'PartCompleted' ? t('history.part', { decided, party: partyName(words, event.party) }) : decided
  return {
    title: part,
    body: lines(event.reason, event.disposition && disposed(event.disposition, words)),
    problem: outcome?.kind === 'reject',
  }
}

function disposed({ assignees, instruction }: Disposition, words: Words): string {
  const to = assignees.map(({ positionId, personId }) => {
    const position = positionTitle(words, positionId)
    return personId ? `${personName(words, personId)} (${position})` : position
  })
  return words.t('history.disposition', { to: to.join(', '), text: instruction })
}
