import type { InstancePage } from '#app/use-cases/instances/read-instance.server.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import { type Branch, type Candidate, type InstanceState, neededAt, type OpenTask, type OpenWait, partsOf } from '#engine'
import { actorName } from '../actor-name.ts'
import { deadlineView, type Saying } from '../deadline-view.ts'
import { branchTitle, partyName, personName, positionTitle } from '../history/names.ts'
import { nodeTitle } from '../node-title.ts'

type Standing = Saying & { page: InstancePage; office: Office }

/** Where every token of a request stands; those of branches under the name of their branch, in the order of the drawing. */
export function standingView(standing: Standing) {
  const { state } = standing.page.instance
  const places = [
    ...state.open.map((task) => ({ branch: task.branch, place: taskPlace(task, standing) })),
    ...state.waits.map((wait) => ({ branch: wait.branch, place: waitPlace(wait, standing) })),
    ...state.arrived.map(({ node, branch }) => ({ branch, place: joinPlace(node, branch, standing) })),
  ]
  const order = new Map(state.tokens.map((branch, index) => [branch, index]))
  return places
    .toSorted((a, b) => (order.get(a.branch) ?? 0) - (order.get(b.branch) ?? 0))
    .map(({ branch, place }) => ({ ...place, branch: branchName(branch, standing) }))
}
export type StandingView = ReturnType<typeof standingView>

/** `p.1/e2/q.1/e3` is the branch over `e3` within that over `e2`. */
function branchName(branch: Branch, { page: { definition } }: Standing): string | null {
  if (branch === '') return null
  const edges = branch.split('/').filter((_, index) => index % 2 === 1)
  return edges.map((edge) => branchTitle({ definition }, edge)).join(' › ')
}

function taskPlace(task: OpenTask, standing: Standing) {
  const { page, office, t } = standing
  const { definition } = page
  const words = { definition, office, t }
  return {
    kind: 'task' as const,
    id: task.taskId as string,
    title: nodeTitle(definition, task.node),
    href: page.withheld ? null : `/kerja/tugas/${page.instance.agencyId}/${task.taskId}`,
    round: task.round,
    since: task.openedAt,
    who: whoMay(task, standing),
    claimedBy: task.claimedBy ? personName(words, task.claimedBy) : null,
    applicant: task.candidates.some(({ kind }) => kind === 'applicant'),
    deadline: deadlineView({ ...task, stands: page.instance.state.suspended !== null }, standing),
    joint: jointView(task, standing),
  }
}

const whoMay = ({ candidates }: OpenTask, standing: Standing): string =>
  [...new Set(candidates.map((one) => candidateName(one, standing)))].join(', ')

function candidateName(one: Candidate, { office, t }: Standing): string {
  switch (one.kind) {
    case 'applicant':
      return t('history.applicant')
    case 'person':
      return personName({ office, t }, one.personId)
    case 'seat':
      return `${personName({ office, t }, one.personId)} (${positionTitle({ office }, one.positionId)})`
    case 'position':
      return positionTitle({ office }, one.positionId)
  }
}

/** Who of those who do a step together has done their part, and what they said. */
export function jointView({ parties, parts, needed, node }: OpenTask, { page: { definition }, office, t, format }: JointWords) {
  if (parties.length === 0) return null
  const step = definition.flow.nodes.find(({ id }) => id === node)
  const outcomes = step?.kind === 'task' ? step.outcomes : []
  return {
    needed,
    total: partsOf(parties),
    given: partsOf(parties.filter(({ id }) => parts.some(({ party }) => party === id))),
    parties: parties.map(({ id, claimedBy }) => {
      const part = parts.find(({ party }) => party === id)
      const label = outcomes.find((one) => one.id === part?.outcome)?.label ?? null
      return {
        id,
        name: partyName({ definition, office, t }, id),
        taker: part || claimedBy === null ? null : personName({ office, t }, claimedBy),
        done: part ? { by: actorName(part.by, t), at: format.dateTime(part.at), outcome: label } : null,
      }
    }),
  }
}
type JointWords = Pick<Standing, 't' | 'format' | 'office'> & { page: Pick<InstancePage, 'definition'> }
export type JointView = NonNullable<ReturnType<typeof jointView>>

function waitPlace(wait: OpenWait, standing: Standing) {
  const { page, format, t } = standing
  const { definition, instance, reportable, relatives } = page
  const node = definition.flow.nodes.find(({ id }) => id === wait.node)
  const child = relatives.children.find(({ id }) => id === wait.waitId)
  const lane = definition.flow.lanes.find(({ id }) => id === node?.lane)?.name ?? ''
  return {
    kind: wait.kind === 'call' ? ('call' as const) : ('wait' as const),
    id: wait.waitId as string,
    title: nodeTitle(definition, wait.node),
    since: wait.since,
    pausesClock: wait.pausesClock,
    event: node?.kind === 'wait' && node.until.kind === 'report' ? node.until.event : null,
    until:
      wait.due &&
      (wait.kind === 'report'
        ? t('work.wait.atMost', { at: format.dateTime(wait.due.at) })
        : t('work.wait.until', { at: format.dateTime(wait.due.at) })),
    deadline: deadlineView({ due: wait.due, acts: [], extensions: [], stands: page.instance.state.suspended !== null }, standing),
    reporters: wait.kind === 'report' ? lane : null,
    reportHref: reportable.includes(wait.waitId)
      ? `/kerja/permohonan/${instance.agencyId}/${instance.id}/lapor/${wait.waitId}`
      : null,
    child: child && {
      href: `/kerja/permohonan/${instance.agencyId}/${child.id}`,
      number: child.number,
      title: child.standardTitle,
      status: child.status,
    },
    called: node?.kind === 'call' ? { slug: node.standard.slug as string, version: node.standard.version } : null,
  }
}

function joinPlace(nodeId: string, branch: Branch, { page: { instance, definition } }: Standing) {
  const node = definition.flow.nodes.find(({ id }) => id === nodeId)
  const scope = branch.slice(0, branch.lastIndexOf('/'))
  const opened = instance.state.openings[scope]?.edges.length ?? 0
  return {
    kind: 'join' as const,
    id: branch,
    title: nodeTitle(definition, nodeId),
    needed: node?.kind === 'join' ? neededAt(node, opened) : opened,
    arrived: countAt(instance.state, nodeId, scope),
  }
}

const countAt = ({ arrived }: InstanceState, node: string, scope: string) =>
  arrived.filter((one) => one.node === node && one.branch.slice(0, one.branch.lastIndexOf('/')) === scope).length
