import type { TaskNode } from '../definition/flow.ts'

/** By how many of those called a step is done, in a sentence; empty where any one of a single lane does it. */
export function jointlyWords({ jointLanes, quorum }: Pick<TaskNode, 'jointLanes' | 'quorum'>): string {
  const several = jointLanes.length > 0
  if (quorum.kind === 'any') return several ? 'Cukup dikerjakan oleh salah satu pelaksana.' : ''
  if (several && quorum.kind === 'all') return 'Dikerjakan bersama oleh semua pelaksana.'
  if (several && quorum.kind === 'atLeast')
    return `Dikerjakan bersama oleh sedikitnya ${quorum.n} dari ${jointLanes.length + 1} pelaksana.`
  return quorum.kind === 'all'
    ? 'Dikerjakan oleh semua jabatan yang ditugaskan.'
    : `Dikerjakan oleh sedikitnya ${quorum.n} dari jabatan yang ditugaskan.`
}
