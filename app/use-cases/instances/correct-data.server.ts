import type { Ports } from '#app/ports.ts'
import { type Supervised, supervise } from './supervise.server.ts'

/** Raw values by field, as a form would send them; null takes a value away. */
export type CorrectDataInput = Supervised & { data: Readonly<Record<string, unknown>> }

/** Puts right what was entered wrongly; the record keeps both values. */
export const correctData = (input: CorrectDataInput, ports: Ports) =>
  supervise(input, 'instance.correct', { type: 'Correct', data: input.data, reason: input.reason }, ports)
