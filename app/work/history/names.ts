import { nodeTitle } from '../node-title.ts'
import type { Past, Words } from './telling.ts'

/** The step that a task was opened for, by name. */
export function taskTitle({ history, definition }: Pick<Words, 'history' | 'definition'>, taskId: string): string {
  return nodeTitle(definition, nodeOfTask(history, taskId) ?? taskId)
}

function nodeOfTask(history: Past, taskId: string): string | undefined {
  const opened = history.find(({ event }) => event.type === 'TaskOpened' && event.taskId === taskId)?.event
  return opened?.type === 'TaskOpened' ? opened.node : undefined
}

/** What a wait is for, by name. */
export function waitTitle({ history, definition }: Pick<Words, 'history' | 'definition'>, waitId: string): string {
  const began = history.find(({ event }) => event.type === 'WaitBegan' && event.waitId === waitId)?.event
  return nodeTitle(definition, began?.type === 'WaitBegan' ? began.node : waitId)
}

export const personName = ({ office, t }: Pick<Words, 'office' | 't'>, id: string): string =>
  office.people[id] ?? t('history.someone')

export const positionTitle = ({ office }: Pick<Words, 'office'>, id: string): string =>
  office.positions.find((one) => one.id === id)?.title ?? id

/** A branch by the label of the exit that opened it, or by the step it leads to. */
export function branchTitle({ definition }: Pick<Words, 'definition'>, branch: string): string {
  const edge = definition.flow.edges.find(({ id }) => id === branch.slice(branch.lastIndexOf('/') + 1))
  return edge ? edge.label || nodeTitle(definition, edge.to) : branch
}

/** Those who do a step together are lanes, positions or people; who does the parts of several is named by them all. */
export const partyName = (words: Pick<Words, 'definition' | 'office' | 't'>, id: string): string =>
  id
    .split('+')
    .map((one) => nameOfParty(words, one))
    .join(', ')

function nameOfParty(words: Pick<Words, 'definition' | 'office' | 't'>, id: string): string {
  if (id === 'applicant') return words.t('history.applicant')
  const lane = words.definition.flow.lanes.find((one) => one.id === id)
  if (lane) return lane.name
  const [position = '', person] = id.split(':')
  const title = words.office.positions.find((one) => one.id === position)?.title
  if (title) return person ? `${personName(words, person)} (${title})` : title
  return personName(words, id)
}
