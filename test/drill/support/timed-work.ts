import { eq } from 'drizzle-orm'
import type { Opened } from '#db/connection.ts'
import { positions } from '#db/schema.ts'
import type { Definition } from '#engine'
import type { DeadlineAct } from '#engine/instance/messages.ts'
import {
  aCall,
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aParallel,
  aReview,
  aStart,
  aTask,
  aWait,
} from '#test/builders/definition.ts'
import type { OfficeAtWork } from './office-at-work.ts'

const minutes = (amount: number) => ({
  ...{ amount, unit: 'minute' as const, clock: 'working' as const, anchor: { kind: 'entered' as const } },
})
const lead = (amount: number) => ({ amount, unit: 'minute' as const })
const lanes = [anApplicantLane(), aLane('clerk'), aLane('head')]
const apply = aTask('apply', { lane: 'applicant', form: 'request' })
const forms = [
  aForm('request', aField('text', 'title', { required: true })),
  aForm('text', aField('longText', 'draft', { required: true })),
]

/** A clerk's step that goes to the head when its time is over, a head's step that goes back to the clerk, and a promise over all. */
const underDeadlines: Definition = aDefinition({
  title: 'Tenggat contoh',
  lanes,
  nodes: [
    aStart(),
    apply,
    aTask('write', {
      ...{ lane: 'clerk', form: 'text', duration: minutes(6) },
      deadline: { warn: lead(5), escalate: true, afterwards: { kind: 'reassign', to: ['head'] } },
    }),
    aReview('review', ['accept', 'revise', 'reject'], {
      ...{ lane: 'head', duration: minutes(1) },
      deadline: { afterwards: { kind: 'return', to: 'write' } },
    }),
    anEnd('done'),
    anEnd('refused', { result: 'rejected' }),
  ],
  edges: [
    anEdge('start', 'apply'),
    anEdge('apply', 'write'),
    anEdge('write', 'review'),
    anEdge('review', 'done', { outcome: 'accept' }),
    anEdge('review', 'write', { outcome: 'revise' }),
    anEdge('review', 'refused', { outcome: 'reject' }),
  ],
  forms,
  components: {
    serviceTime: {
      limits: [{ duration: { ...minutes(7), anchor: { kind: 'start' } } }],
      deadline: { warn: lead(6), escalate: true },
    },
  },
})

/** An opinion, a wait and a call side by side, of which two are enough. */
const inBranches: Definition = aDefinition({
  title: 'Cabang contoh',
  lanes,
  nodes: [
    aStart(),
    apply,
    aParallel('split', { lane: 'clerk' }),
    aTask('opine', { lane: 'clerk', form: 'text' }),
    aWait('pause', { lane: 'clerk', until: { kind: 'duration', duration: minutes(1) } }),
    aCall('room', { lane: 'clerk', standard: { slug: 'ruang', version: 1 } }),
    aJoin('join', { lane: 'clerk', quorum: { kind: 'atLeast', n: 2 } }),
    aTask('sign', { lane: 'head', form: 'text' }),
    anEnd(),
  ],
  edges: [
    anEdge('start', 'apply'),
    anEdge('apply', 'split'),
    ...['opine', 'pause', 'room'].flatMap((id) => [anEdge('split', id), anEdge(id, 'join')]),
    anEdge('join', 'sign'),
    anEdge('sign', 'end'),
  ],
  forms,
})

const called: Definition = aDefinition({
  title: 'Ruang contoh',
  lanes,
  nodes: [aStart({ lane: 'clerk', by: 'call' }), aTask('give', { lane: 'clerk', form: 'text', duration: minutes(1) }), anEnd()],
  edges: [anEdge('start', 'give'), anEdge('give', 'end')],
  forms,
})

/** What becomes of each step when its time has passed; of the promise over all under the name ''. */
export const actsWhenDue: Readonly<Record<string, readonly DeadlineAct[]>> = {
  write: ['missed', 'escalated', 'reassigned'],
  review: ['missed', 'escalated', 'returned'],
  give: ['missed', 'escalated'],
  '': ['missed', 'escalated'],
}

/** Puts procedures in force whose steps are due within minutes; answers those that applicants begin. */
export async function publishTimedWork(opened: Opened, { office, agencyId }: OfficeAtWork): Promise<string[]> {
  await opened.db.update(positions).set({ superiorId: 'head' }).where(eq(positions.id, 'clerk'))
  await office.publish('ruang', called)
  await office.publish('tenggat', underDeadlines)
  await office.publish('cabang', inBranches)
  return [`${agencyId}/tenggat`, `${agencyId}/cabang`]
}
