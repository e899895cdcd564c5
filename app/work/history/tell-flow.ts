import type { Event } from '#engine'
import { nodeTitle } from '../node-title.ts'
import { branchTitle, waitTitle } from './names.ts'
import { ruleInWords } from './rule-in-words.ts'
import type { Told, Words } from './telling.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

/** What goes on side by side, and where it comes together. */
export function tellBranches(
  event: Of<'BranchesOpened' | 'BranchArrived' | 'BranchesJoined' | 'BranchEnded'>,
  words: Words,
): Told {
  const { t, definition } = words
  switch (event.type) {
    case 'BranchesOpened': {
      const ways = event.edges.map((edge) => branchTitle(words, edge))
      return { title: t('history.branchesOpened', { branches: ways.join('; ') }) }
    }
    case 'BranchArrived':
      return { title: t('history.branchArrived', { branch: branchTitle(words, event.branch) }) }
    case 'BranchesJoined':
      return {
        title: t('history.branchesJoined', { branches: event.arrived.map((one) => branchTitle(words, one)).join('; ') || '–' }),
      }
    case 'BranchEnded': {
      const branch = branchTitle(words, event.branch)
      return { title: t('history.branchEnded', { branch, step: nodeTitle(definition, event.node) }) }
    }
  }
}

/** What was waited for, and how the wait was over. */
export function tellWait(event: Of<'WaitBegan' | 'WaitOver' | 'WaitWithdrawn'>, words: Words): Told {
  const { t, format, definition } = words
  switch (event.type) {
    case 'WaitBegan': {
      const step = nodeTitle(definition, event.node)
      if (event.call) {
        const { slug, version } = event.call
        return { title: t('history.called', { step, standard: words.office.standards[slug] ?? slug, version }) }
      }
      const until = event.due ? t('work.wait.until', { at: format.dateTime(event.due.at) }) : null
      return { title: t(event.kind === 'report' ? 'history.waitReport' : 'history.waitTime', { step }), body: until }
    }
    case 'WaitOver':
      return {
        title: t(`history.waitOver.${event.how}`, { step: nodeTitle(definition, event.node) }),
        body: event.note,
        problem: event.how === 'rejected' || event.how === 'cancelled',
      }
    case 'WaitWithdrawn':
      return {
        title: t('history.waitWithdrawn', { step: waitTitle(words, event.waitId) }),
        body: t(`history.because.${event.because}`),
      }
  }
}

/** The way that the rules of the standard chose, by the words of the exit. */
export function tellDecision(event: Of<'DecisionTaken'>, words: Words): Told {
  const { t, definition } = words
  const edge = definition.flow.edges.find(({ id }) => id === event.edge)
  const way = edge ? edge.label || edge.statement || nodeTitle(definition, edge.to) : event.edge
  // Of a reader from whom the entries are withheld the inputs are too, and nothing can be said of them.
  const because =
    Object.keys(event.inputs).length === 0
      ? null
      : ruleInWords({ node: event.node, taken: event.edge, inputs: event.inputs }, words)
  return { title: t('history.decision', { question: nodeTitle(definition, event.node), way }), body: because }
}
