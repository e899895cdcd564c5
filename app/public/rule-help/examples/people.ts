import { between, laneOf, set, taskOf } from './change.ts'
import type { ExamplesOfPart } from './example.ts'
import { flowLines, lanesOf, outcomesOf, peopleOf, together } from './shown.ts'
import { aStep } from './standard.ts'

export const peopleExamples = {
  'lanes-filled': {
    wrong: (draft) => set(laneOf(draft, 'kepala'), { positions: [] }),
    shows: lanesOf,
  },
  'joint-work': {
    wrong: (draft) => set(taskOf(draft, 'putuskan'), { jointLanes: ['tim'], quorum: { kind: 'atLeast', n: 3 } }),
    right: (draft) =>
      set(taskOf(draft, 'putuskan'), { jointLanes: ['tim'], quorum: { kind: 'atLeast', n: 2 }, notPerformersOf: ['kaji'] }),
    shows: peopleOf('putuskan'),
    also: ['maker-not-checker'],
  },
  'assignment-resolvable': {
    wrong: (draft) => set(taskOf(draft, 'periksa'), { assignment: { kind: 'performer', of: 'putuskan' } }),
    right: (draft) => set(taskOf(draft, 'serahkan'), { assignment: { kind: 'performer', of: 'periksa' } }),
    shows: peopleOf('periksa', 'serahkan'),
  },
  'somebody-can-act': {
    wrong: () => undefined,
    agency: ({ holders = [] }) => ({ holders: holders.filter(({ positionId }) => positionId !== 'tim') }),
    shows: lanesOf,
  },
  'maker-not-checker': {
    wrong: (draft) => between(draft, 'kaji-putuskan', aStep('naskah', 'kepala', 'Menyusun naskah izin')),
    right(draft) {
      between(draft, 'kaji-putuskan', aStep('naskah', 'kepala', 'Menyusun naskah izin'))
      set(taskOf(draft, 'putuskan'), { notPerformersOf: ['naskah'] })
    },
    shows: peopleOf('naskah', 'putuskan'),
  },
  'rejection-explained': {
    wrong: (draft) => set(taskOf(draft, 'putuskan').outcomes[1] ?? {}, { kind: 'other' }),
    shows: outcomesOf('putuskan'),
  },
  'applicant-known': {
    of: 'procedure',
    wrong(draft) {
      draft.flow.lanes.push({ id: 'pemohon', name: 'Pemohon', kind: 'applicant' })
      between(draft, 'susun-selesai', aStep('survei', 'pemohon', 'Mengisi survei kepuasan'))
    },
    right: (draft) => between(draft, 'susun-selesai', aStep('survei', 'loket', 'Mencatat hasil survei kepuasan')),
    shows: flowLines,
    drawn: true,
  },
  'actors-distinct': {
    wrong(draft) {
      draft.flow.lanes.push({ id: 'loket2', name: 'Petugas Loket (2)', kind: 'positions', positions: ['loket'] })
      set(taskOf(draft, 'serahkan'), { lane: 'loket2' })
    },
    shows: together(lanesOf, peopleOf('periksa', 'serahkan')),
    drawn: true,
    also: ['staffing-matches-lanes'],
  },
} as const satisfies ExamplesOfPart
