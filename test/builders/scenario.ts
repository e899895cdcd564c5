import type { z } from 'zod'
import { Scenario, type TrialAct } from '#engine/definition/scenario.ts'

type ActInput = z.input<typeof TrialAct>

/** A walk by the ids of its steps; what is left out is what matters least. */
export const aScenario = (acts: ActInput[], expects: z.input<typeof Scenario>['expects'], over: Record<string, unknown> = {}) =>
  Scenario.parse({ id: 'walk', name: 'Jalan biasa', begins: '2026-03-02T08:00', acts, expects, ...over })

type Sent = {
  answers?: Record<string, unknown>
  by?: string
  reason?: string
  disposition?: { positions: string[]; instruction: string }
}

export const starts = (node: string, sent: Sent = {}, outcome = 'submit'): ActInput =>
  ({ do: 'start', node, outcome, answers: {}, ...sent }) as ActInput
export const does = (node: string, outcome = 'submit', sent: Sent = {}): ActInput =>
  ({ do: 'step', node, outcome, answers: {}, ...sent }) as ActInput
export const winds = (amount: number, unit: 'minute' | 'hour' | 'calendarDay' | 'week'): ActInput => ({
  do: 'wind',
  to: { kind: 'by', amount, unit },
})
export const toDue: ActInput = { do: 'wind', to: { kind: 'due' } }

const request = {
  name: 'Siti',
  sort: 'a',
  fee: 6_000_000,
  day: '2026-04-01',
  marks: ['a'],
  letter: ['contoh-1'],
}

/** The standard with something of everything, walked to its good end with every kind of act. */
export const wholeWalk = (over: Record<string, unknown> = {}) =>
  aScenario(
    [
      starts('apply', { answers: request }),
      does('check', 'revise', { reason: 'Surat belum ditandatangani' }),
      winds(1, 'hour'),
      does('complete'),
      does('check', 'accept'),
      { do: 'report', node: 'reply', answers: { number: '12/A/2026' } } as ActInput,
      does('study', 'submit', { answers: { result: 'Layak' }, disposition: { positions: ['field'], instruction: 'Tinjau' } }),
      does('visit'),
      { do: 'answer', node: 'archive', result: 'completed', answers: { shelf: 'B2' } } as ActInput,
      does('meet', 'submit', { by: 'head' }),
      does('meet', 'submit', { by: 'experts' }),
      does('decide', 'accept', { by: 'deputy' }),
      does('hand'),
    ],
    {
      steps: ['apply', 'check', 'complete', 'check', 'reply', 'study', 'visit', 'archive', 'meet', 'decide', 'told', 'hand'],
      end: 'done',
      promise: 'kept',
    },
    over,
  )
