import { expect, it } from 'vitest'
import { type Held, type Verdict, verdictOf } from './verdict.ts'

const today = '2026-06-15'
const decree = (effectiveOn: string, status: 'in-force' | 'superseded' | 'revoked' | 'cancelled' = 'in-force') => ({
  effectiveOn,
  status,
})
const cases: readonly [string, Held, Verdict][] = [
  ['set and begun', { status: 'published', decree: decree('2026-04-01'), replacedFrom: null }, 'in-force'],
  ['set and beginning today', { status: 'published', decree: decree(today), replacedFrom: null }, 'in-force'],
  ['set and beginning tomorrow', { status: 'published', decree: decree('2026-06-16'), replacedFrom: null }, 'not-yet'],
  ['approved and waiting for its number', { status: 'approved', decree: null, replacedFrom: null }, 'not-set'],
  ['without an act that has a number', { status: 'published', decree: null, replacedFrom: null }, 'not-set'],
  ['replaced', { status: 'superseded', decree: decree('2026-01-01', 'superseded'), replacedFrom: '2026-04-01' }, 'superseded'],
  ['replaced from today on', { status: 'superseded', decree: decree('2026-01-01'), replacedFrom: today }, 'superseded'],
  ['replaced from tomorrow on', { status: 'superseded', decree: decree('2026-01-01'), replacedFrom: '2026-06-16' }, 'ending'],
  ['replaced before it began', { status: 'superseded', decree: decree('2026-06-16'), replacedFrom: '2026-06-16' }, 'superseded'],
  ['replaced by what has no number', { status: 'superseded', decree: decree('2026-01-01'), replacedFrom: null }, 'superseded'],
  ['revoked', { status: 'revoked', decree: decree('2026-01-01', 'revoked'), replacedFrom: null }, 'revoked'],
  [
    'replaced, by an act that was revoked later',
    { status: 'superseded', decree: decree('2026-01-01', 'revoked'), replacedFrom: '2026-04-01' },
    'superseded',
  ],
  [
    'corrected under an act that was revoked later',
    { status: 'superseded', corrected: true, decree: decree('2026-01-01', 'revoked'), replacedFrom: '2026-01-01' },
    'revoked',
  ],
  [
    'set by an act that was revoked',
    { status: 'published', decree: decree('2026-01-01', 'revoked'), replacedFrom: null },
    'revoked',
  ],
  [
    'set by an act that was cancelled',
    { status: 'published', decree: decree('2026-01-01', 'cancelled'), replacedFrom: null },
    'cancelled',
  ],
]

it.each(cases)('a paper %s is told so', (_, held, verdict) => {
  expect(verdictOf(held, today)).toBe(verdict)
})
