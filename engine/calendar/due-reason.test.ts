import { describe, expect, it } from 'vitest'
import { DueReason } from './due-reason.ts'

const why = { from: 1, amount: 5, unit: 'workingDay', skipped: [{ date: '2026-12-25', name: 'Natal' }] }
const accepted = (raw: object) => DueReason.safeParse(raw).success

describe('P7: the reason of a deadline, as events keep it', () => {
  it('says from when, how much of what, and over which free days it was counted', () => {
    expect(DueReason.parse(why)).toEqual(why)
    for (const member of ['from', 'amount', 'unit', 'skipped'] as const) {
      const { [member]: gone, ...rest } = why
      expect(gone).toBeDefined()
      expect(accepted(rest)).toBe(false)
    }
    expect(accepted({ ...why, skipped: [{ date: '2026-12-25' }] })).toBe(false)
    expect(accepted({ ...why, skipped: [{ name: 'Natal' }] })).toBe(false)
  })
  it('may say what moved it, and keeps all of it', () => {
    const moved = {
      ...why,
      paused: 60_000,
      hours: [{ name: 'Ramadan', from: '2026-02-19', until: '2026-03-20' }],
      calendarUnit: 'Loket',
      extended: [{ amount: 1, unit: 'week', reason: 'Banjir' }],
    }
    expect(DueReason.parse(moved)).toEqual(moved)
    expect(accepted({ ...why, hours: [{ name: 'Ramadan', from: '2026-02-19' }] })).toBe(false)
    expect(accepted({ ...why, hours: [{ from: '2026-02-19', until: '2026-03-20' }] })).toBe(false)
    expect(accepted({ ...why, extended: [{ amount: 1, unit: 'week' }] })).toBe(false)
    expect(accepted({ ...why, extended: [{ reason: 'Banjir', unit: 'week' }] })).toBe(false)
  })
  it('may say that it was counted again, and after what', () => {
    for (const recomputed of ['calendar', 'data', 'version']) expect(accepted({ ...why, recomputed })).toBe(true)
    expect(accepted({ ...why, recomputed: 'mood' })).toBe(false)
    expect(accepted({ ...why, recomputed: '' })).toBe(false)
  })
  it('says nothing else', () => expect(accepted({ ...why, weather: 'rain' })).toBe(false))
})
