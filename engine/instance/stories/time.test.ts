import { describe, expect, it } from 'vitest'
import { aDefinition, anEdge, anEnd, aStart, aTask, aWait } from '#test/builders/definition.ts'
import { complete, given, givenIn, recount, start, tick } from '#test/engine/given.ts'
import { aCalendar, at, position } from '#test/engine/office.ts'
import { aPermit, dueOf, idulfitri2026, openAt, said, staff, study, title, withHolidays } from '#test/engine/permit-office.ts'
import type { NodeId } from '../../definition/ids.ts'
import { decide } from '../decide.ts'
import { InstanceStateSchema } from '../state-schema.ts'

describe('a holiday is decreed eleven days ahead', () => {
  const definition = aPermit({ process: { duration: { amount: 12, unit: 'workingDay' } } })
  const promised = givenIn({ definition, seats: staff, calendar: aCalendar }, start(title), complete('memeriksa', 'accept'))
  const polling = { date: '2026-12-09', name: 'Hari pemungutan suara', kind: 'national' as const }
  const decreed = promised.withCalendar(withHolidays(aCalendar, polling))

  it('moves every due moment by the day, and says that it was counted again', () => {
    expect(dueOf(promised.state)).toBe('Rabu, 9 Desember 2026 pukul 16.00 WIB')
    const state = decreed
      .when(recount('2026-11-28 09:00'))
      .leadsTo(
        { type: 'DeadlineSet', cause: 'calendar', at: at('2026-11-28 09:00'), due: { at: at('2026-12-10 16:00') } },
        { type: 'TaskDueSet', cause: 'calendar', due: { at: at('2026-12-10 16:00'), why: { recomputed: 'calendar' } } },
      )
    const words =
      'Jatuh tempo Kamis, 10 Desember 2026 pukul 16.00 WIB karena 9 Desember libur (Hari pemungutan suara). ' +
      'Dihitung 12 hari kerja sejak Senin, 23 November 2026 pukul 08.00 WIB. ' +
      'Dihitung ulang karena hari libur atau jam kerja berubah.'
    expect(said(state.due)).toBe(words)
    expect(said(state.open[0]?.due)).toBe(words.replace('pukul 08.00', 'pukul 08.01'))
  })

  it('is counted once, however often it is asked, and goes back when the decree is taken back', () => {
    const counted = decreed.and(recount('2026-11-28 09:00'))
    counted.when(recount('2026-11-28 09:05')).leadsTo()
    const back = counted.withCalendar(aCalendar).and(recount('2026-11-30 09:00'))
    expect(dueOf(back.state)).toBe('Rabu, 9 Desember 2026 pukul 16.00 WIB')
    expect(said(back.state.due)).toContain('Dihitung ulang karena hari libur atau jam kerja berubah.')
  })

  it('changes nothing for a request that is due before it, and nothing for one that has ended', () => {
    const quick = aPermit({ limits: [{ duration: { amount: 3, unit: 'workingDay', anchor: { kind: 'start' } } }] })
    const early = givenIn({ definition: quick, seats: staff }, start(title), complete('memeriksa', 'accept'))
    const later = early.withCalendar(decreed.world.calendar ?? aCalendar)
    later.when(recount('2026-11-28 09:00')).leadsTo()
    const done = later.and(complete('menelaah', 'submit', study)).and(complete('menandatangani', 'accept'))
    done.when(recount('2026-12-01 09:00')).leadsTo()
  })
})

describe('the applicant pauses over Idul Fitri', () => {
  const definition = aPermit({ limits: [{ duration: { amount: 5, unit: 'workingDay', anchor: { kind: 'start' } } }] })
  const world = { definition, seats: staff, calendar: idulfitri2026 }
  const asked = givenIn(
    world,
    start({ at: '2026-03-13 09:00', ...title }),
    complete('memeriksa', 'revise', { at: '2026-03-16 10:00', reason: 'Judul belum jelas' }),
  )
  const answered = asked.and(complete('melengkapi', 'submit', { at: '2026-03-25 10:00', ...title }))

  it('stops the clock of the office, and no deadline acts meanwhile', () => {
    expect(dueOf(asked.state)).toBe('Jumat, 27 Maret 2026 pukul 16.30 WIB')
    expect(asked.state.paused.since).toBe(at('2026-03-16 10:00'))
    asked.when(tick('2026-03-27 16:30')).leadsTo()
    asked.when(tick('2026-03-30 09:00')).leadsTo()
  })

  it('moves the due moment right by the working days that were not holidays anyway, and says so', () => {
    expect(dueOf(answered.state)).toBe('Selasa, 31 Maret 2026 pukul 16.00 WIB')
    expect(said(answered.state.due)).toBe(
      'Jatuh tempo Selasa, 31 Maret 2026 pukul 16.00 WIB karena 18–20 Maret libur (Cuti bersama Nyepi, Nyepi, Cuti bersama ' +
        'Idulfitri) dan 23–24 Maret libur (Cuti bersama Idulfitri). Dihitung 5 hari kerja sejak Jumat, 13 Maret 2026 ' +
        'pukul 09.00 WIB. Hitungan waktu berhenti selama 9 hari; waktu itu tidak dihitung.',
    )
    answered.when(tick('2026-03-31 15:59')).leadsTo()
    answered
      .when(tick('2026-03-31 16:00'))
      .leadsTo({ type: 'DeadlineActed', act: 'missed' }, { type: 'DeadlineActed', act: 'escalated' })
  })

  it('took nothing when it began and ended within the holidays', () => {
    const within = givenIn(
      world,
      start({ at: '2026-03-13 09:00', ...title }),
      complete('memeriksa', 'revise', { at: '2026-03-19 10:00', reason: 'Judul belum jelas' }),
      complete('melengkapi', 'submit', { at: '2026-03-24 20:00', ...title }),
    )
    expect(dueOf(within.state)).toBe('Jumat, 27 Maret 2026 pukul 16.30 WIB')
  })

  it('is counted in hours of Ramadan, and stays as it was when the state was stored and read again', () => {
    const hours = aPermit({ limits: [{ duration: { amount: 20, unit: 'hour', anchor: { kind: 'start' } } }] })
    const { state } = givenIn(
      { ...world, definition: hours },
      start({ at: '2026-03-13 09:00', ...title }),
      complete('memeriksa', 'revise', { at: '2026-03-16 10:00', reason: 'Judul belum jelas' }),
      complete('melengkapi', 'submit', { at: '2026-03-17 10:00', ...title }),
    )
    expect(said(state.due)).toContain('Berlaku jam kerja Ramadan 1447 Hijriah')
    const stored = InstanceStateSchema.parse(JSON.parse(JSON.stringify(state)))
    const again = { at: at('2026-03-25 09:00'), freshIds: [], calendar: idulfitri2026, actor: { kind: 'system' as const } }
    expect(decide({ type: 'Recount' }, stored, hours, { ...again, seats: staff, superiors: {}, digest: String })).toEqual({
      ok: true,
      events: [],
    })
  })
})

/** Who does not answer within a day has the request looked through again as it is. */
const silence = {
  duration: { amount: 1, unit: 'workingDay', clock: 'working', anchor: { kind: 'entered' }, maximum: false },
  deadline: { escalate: true, afterwards: { kind: 'return', to: 'memeriksa' as NodeId } },
} as const

describe('a pause that a deadline itself ends', () => {
  it('lets the promise act in the same moment, since it was broken before the pause', () => {
    const definition = aPermit({ limits: [{ duration: { amount: 1, unit: 'workingDay', anchor: { kind: 'start' } } }] })
    const halting = {
      ...definition,
      flow: {
        ...definition.flow,
        nodes: definition.flow.nodes.map((node) =>
          node.kind === 'task' && node.id === 'melengkapi' ? { ...node, ...silence } : node,
        ),
      },
    }
    const asked = givenIn(
      { definition: halting, seats: staff },
      start({ at: '2026-11-23 08:00', ...title }),
      complete('memeriksa', 'revise', { at: '2026-11-25 09:00', reason: 'Judul belum jelas' }),
    )
    asked.when(tick('2026-11-26 15:00')).leadsTo()
    const answered = asked.and(tick('2026-11-26 16:00'))
    const acts = answered.events.flatMap((event) =>
      event.type === 'DeadlineActed' ? [`${event.act} ${event.taskId ?? 'all'}`] : [],
    )
    expect(acts).toEqual(['missed t3', 'escalated t3', 'returned t3', 'missed all', 'escalated all'])
    answered.when(tick('2026-11-26 16:00')).leadsTo()
  })
})

describe('the clock moves back an hour', () => {
  const superiors = { [position('analis-perizinan')]: position('kabid-perizinan') }
  const definition = aPermit({
    process: {
      duration: { amount: 1, unit: 'workingDay' },
      deadline: { warn: { amount: 2, unit: 'hour' }, afterwards: { kind: 'reassign', to: 'superior' } },
    },
  })
  const underWay = givenIn(
    { definition, seats: staff, superiors },
    start({ at: '2026-11-23 08:00', ...title }),
    complete('memeriksa', 'accept', { at: '2026-11-23 09:00' }),
  )
  const missed = underWay.and(tick('2026-11-24 14:00')).and(tick('2026-11-24 16:00'))

  it('doubles none of the acts of a deadline', () => {
    const acts = missed.events.flatMap((event) => (event.type === 'DeadlineActed' ? [event.act] : []))
    expect(acts).toEqual(['warned', 'missed', 'escalated', 'reassigned'])
    const setBack = missed.and(tick('2026-11-24 15:00'))
    expect(setBack.events).toHaveLength(missed.events.length)
    expect(setBack.and(tick('2026-11-24 16:00')).and(tick('2026-11-24 17:00')).events).toHaveLength(missed.events.length)
    setBack
      .when(complete('menelaah', 'submit', { by: 'sri', at: '2026-11-24 15:10', ...study }))
      .leadsTo({ type: 'TaskCompleted', by: { name: 'sri' } }, { type: 'TaskOpened' })
  })

  it('does nothing before its time: what was early once comes when the clock shows it', () => {
    const early = underWay.and(tick('2026-11-24 13:59')).and(tick('2026-11-24 13:00'))
    expect(early.events).toHaveLength(underWay.events.length)
    early.when(tick('2026-11-24 14:00')).leadsTo({ type: 'DeadlineActed', act: 'warned', at: at('2026-11-24 14:00') })
  })

  it('keeps the order in which things happened, whatever hour each of them bears', () => {
    const signed = missed
      .and(complete('menelaah', 'submit', { by: 'sri', at: '2026-11-24 15:10', ...study }))
      .and(complete('menandatangani', 'accept', { at: '2026-11-24 15:20' }))
    expect(signed.events.map(({ type }) => type).slice(-4)).toEqual(['TaskCompleted', 'TaskOpened', 'TaskCompleted', 'Ended'])
    expect(signed.state).toMatchObject({ status: 'completed', endedAt: at('2026-11-24 15:20'), revision: signed.events.length })
  })

  it('takes no time from a promise when it falls into a pause', () => {
    const asked = givenIn(
      { definition, seats: staff, superiors },
      start({ at: '2026-11-23 08:00', ...title }),
      complete('memeriksa', 'revise', { at: '2026-11-23 10:30', reason: 'Judul belum jelas' }),
    )
    const { state } = asked.and(complete('melengkapi', 'submit', { at: '2026-11-23 09:40', ...title }))
    expect(state.due?.at).toBe(asked.state.due?.at)
    expect(state.paused).toMatchObject({ since: null, total: 0 })
  })

  it('ends no wait a second time, and none before its moment', () => {
    const cooling = aDefinition({
      nodes: [
        aStart(),
        aTask('memohon', { lane: 'applicant' }),
        aWait('masa-sanggah', { until: { kind: 'duration', duration: { amount: 3, unit: 'calendarDay' } } }),
        aTask('menetapkan'),
        anEnd(),
      ],
      edges: [
        anEdge('start', 'memohon'),
        anEdge('memohon', 'masa-sanggah'),
        anEdge('masa-sanggah', 'menetapkan'),
        anEdge('menetapkan', 'end'),
      ],
    })
    const waiting = given(cooling, start({ at: '2026-11-23 08:00' }))
    waiting.when(tick('2026-11-26 23:59')).leadsTo()
    const over = waiting.and(tick('2026-11-27 00:00'))
    expect(openAt(over, 'menetapkan')).toBeDefined()
    over.when(tick('2026-11-26 23:00')).leadsTo()
    over.when(tick('2026-11-27 00:00')).leadsTo()
  })
})
