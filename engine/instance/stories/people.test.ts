import { describe, expect, it } from 'vitest'
import { aReview } from '#test/builders/definition.ts'
import { claim, complete, delegate, givenIn, inspect, reassign, start } from '#test/engine/given.ts'
import { anOfficial, at } from '#test/engine/office.ts'
import { aPermit, holds, openAt, said, staff, staffWith, study, title } from '#test/engine/permit-office.ts'
import { holderOf } from '../performers.ts'

const permit = aPermit({ process: { duration: { amount: 3, unit: 'workingDay' } } })
const received = [start(title), complete('memeriksa', 'accept')]

describe('the holder changes mid-task', () => {
  const underWay = givenIn({ definition: permit, seats: staff }, ...received, claim('menelaah', { by: 'dimas' }))
  const transferred = underWay.withSeats(staffWith(holds('analis-perizinan', 'bayu'), holds('petugas-loket', 'dimas')))

  it('takes the step from whoever had it and leaves it to the successor, due when it was', () => {
    transferred.when(complete('menelaah', 'submit', { by: 'dimas', ...study })).isRefused('not-a-candidate')
    const task = openAt(transferred, 'menelaah')
    expect(task && holderOf(task, transferred.world.seats)).toBeNull()
    const taken = transferred.and(claim('menelaah', { by: 'bayu' }))
    expect(openAt(taken, 'menelaah')).toMatchObject({ claimedBy: 'bayu', due: { at: at('2026-11-26 16:00') } })
    expect(said(openAt(taken, 'menelaah')?.due)).toBe(
      'Jatuh tempo Kamis, 26 November 2026 pukul 16.00 WIB: 3 hari kerja sejak Senin, 23 November 2026 pukul 08.01 WIB.',
    )
    taken
      .when(complete('menelaah', 'submit', { by: 'bayu', ...study }))
      .leadsTo(
        { type: 'TaskCompleted', by: { name: 'bayu', positionId: 'analis-perizinan', title: 'Analis Perizinan' } },
        { type: 'TaskOpened', node: 'menandatangani' },
      )
  })

  it('lets a supervisor leave it with whoever began it, by name', () => {
    const kept = transferred.and(reassign('menelaah', 'dimas', { by: 'sri', reason: 'menyelesaikan yang sudah dimulai' }))
    kept.when(claim('menelaah', { by: 'bayu' })).isRefused('task-claimed', { by: 'dimas' })
    kept
      .when(complete('menelaah', 'submit', { by: 'dimas', ...study }))
      .leadsTo({ type: 'TaskCompleted', by: { name: 'dimas', positionId: 'petugas-loket' } }, { type: 'TaskOpened' })
  })

  it('keeps in the record what the earlier holder did, in the office held then', () => {
    expect(underWay.events.find(({ type }) => type === 'TaskClaimed')).toMatchObject({ by: { title: 'Analis Perizinan' } })
    expect(transferred.state.steps).toMatchObject({ memeriksa: { by: { name: 'rina', title: 'Petugas Loket Pelayanan' } } })
  })
})

describe('a Plt expires at midnight with a task open', () => {
  const plt = holds('kepala-dinas', 'hendra', { kind: 'plt', title: 'Plt. Kepala Dinas' })
  /** The appointment of the Plt ends with November; the new head is sworn in on the second of December. */
  const onDuty = (when: string) => {
    const head =
      at(when) < at('2026-12-01 00:00') ? [plt] : at(when) < at('2026-12-02 08:00') ? [] : [holds('kepala-dinas', 'ratna')]
    return staffWith('kepala-dinas', ...head)
  }
  const ready = givenIn(
    { definition: permit, seats: onDuty('2026-11-30 15:00') },
    ...received,
    complete('menelaah', 'submit', study),
    claim('menandatangani', { by: 'hendra', at: '2026-11-30 15:50' }),
  )
  const signedAt = (when: string) =>
    ready.withSeats(onDuty(when)).when(complete('menandatangani', 'accept', { by: 'hendra', at: when }))

  it('signs until 23.59 and not at 00.00', () => {
    const state = signedAt('2026-11-30 23:59').leadsTo(
      { type: 'TaskCompleted', by: { name: 'hendra', seat: 'plt', title: 'Plt. Kepala Dinas' }, at: at('2026-11-30 23:59') },
      { type: 'Ended', result: 'completed' },
    )
    expect(state.status).toBe('completed')
    signedAt('2026-12-01 00:00').isRefused('not-a-candidate')
    signedAt('2026-12-01 00:01').isRefused('not-a-candidate')
  })

  it('tells a supervisor that nobody can sign, until somebody can; the claim binds nobody', () => {
    const midnight = ready.withSeats(onDuty('2026-12-01 00:00')).and(inspect({ at: '2026-12-01 00:00' }))
    expect(midnight.state.incidents).toMatchObject([{ code: 'nobody-to-act', node: 'menandatangani' }])
    midnight.when(inspect()).leadsTo()
    const sworn = midnight.withSeats(onDuty('2026-12-02 08:00')).and(inspect({ at: '2026-12-02 08:00' }))
    expect(sworn.state.incidents).toEqual([])
    sworn
      .when(complete('menandatangani', 'accept', { by: 'ratna' }))
      .leadsTo({ type: 'TaskCompleted', by: { name: 'ratna', seat: 'definitive' } }, { type: 'Ended' })
  })
})

describe('joint approval with one on leave', () => {
  const heads = ['kabid-perizinan', 'kabid-pengawasan', 'kabid-data'] as const
  const jointly = (quorum: { kind: 'all' } | { kind: 'atLeast'; n: number }) =>
    aPermit({
      sign: aReview('menandatangani', ['accept'], {
        lane: 'kabid-perizinan',
        assignment: { kind: 'positions', positions: [...heads] },
        quorum,
      }),
    })
  const away = staffWith('kabid-data')
  const asked = (quorum: Parameters<typeof jointly>[0]) =>
    givenIn({ definition: jointly(quorum), seats: away }, ...received, complete('menelaah', 'submit', study))
  const two = (quorum: Parameters<typeof jointly>[0]) =>
    asked(quorum)
      .and(complete('menandatangani', 'accept', { by: 'sri' }))
      .and(complete('menandatangani', 'accept', { by: 'agus' }))

  it('of all stops at the one who is away, and says so at once', () => {
    const stuck = two({ kind: 'all' })
    expect(stuck.state).toMatchObject({
      status: 'running',
      open: [{ node: 'menandatangani', parts: [{ party: 'kabid-perizinan' }, { party: 'kabid-pengawasan' }] }],
      incidents: [{ code: 'nobody-to-act', node: 'menandatangani' }],
    })
    stuck.when(complete('menandatangani', 'accept', { by: 'sri' })).isRefused('part-done')
    stuck.when(complete('menandatangani', 'accept', { by: 'hendra' })).isRefused('not-a-candidate')
  })

  it.each([
    ['a Plh', holds('kabid-data', 'hendra', { kind: 'plh', title: 'Plh. Kepala Bidang Data dan Informasi' }), { seat: 'plh' }],
    [
      'a delegate',
      holds('kabid-data', 'hendra', { kind: 'delegate', for: { personId: 'yuni' as never, name: 'Yuni' } }),
      { seat: 'delegate', for: { name: 'Yuni' } },
    ],
  ])('goes on when %s does that part', (_, seat, by) => {
    const helped = two({ kind: 'all' }).withSeats(staffWith(seat)).and(inspect())
    expect(helped.state.incidents).toEqual([])
    helped
      .when(complete('menandatangani', 'accept', { by: 'hendra' }))
      .leadsTo({ type: 'PartCompleted', party: 'kabid-data', by }, { type: 'TaskCompleted' }, { type: 'Ended' })
  })

  it('of at least two goes on without the third, who is not asked any more', () => {
    const signed = two({ kind: 'atLeast', n: 2 })
    expect(signed.state).toMatchObject({ status: 'completed', incidents: [], performers: { menandatangani: ['sri', 'agus'] } })
    signed
      .withSeats(staff)
      .when(complete('menandatangani', 'accept', { by: 'yuni' }))
      .isRefused('task-closed')
  })
})

describe('the same person in two seats meets four eyes', () => {
  const checked = (over: Parameters<typeof aReview>[2] = {}) =>
    aPermit({ sign: aReview('menandatangani', ['accept'], { lane: 'kabid-perizinan', notPerformersOf: ['menelaah'], ...over }) })
  const studied = (definition: ReturnType<typeof checked>, seats: typeof staff) =>
    givenIn({ definition, seats }, ...received, complete('menelaah', 'submit', { by: 'dimas', ...study }))
  const plh = holds('kabid-perizinan', 'dimas', { kind: 'plh', title: 'Plh. Kepala Bidang Perizinan' })

  it('as Plh of the one who checks: refused, told at once, and solved by naming another', () => {
    const story = studied(checked(), staffWith(plh))
    story.when(complete('menandatangani', 'accept', { by: 'dimas' })).isRefused('four-eyes', { node: 'menelaah' })
    story.when(claim('menandatangani', { by: 'dimas' })).isRefused('four-eyes')
    expect(story.state.incidents).toMatchObject([{ code: 'nobody-to-act', node: 'menandatangani' }])
    story.when(reassign('menandatangani', 'dimas', { by: 'wati' })).isRefused('delegate-not-eligible', { personId: 'dimas' })
    const named = story.and(reassign('menandatangani', 'agus', { by: 'wati', reason: 'Plh adalah penelaah' }))
    expect(named.state.incidents).toEqual([])
    named
      .when(complete('menandatangani', 'accept', { by: 'agus' }))
      .leadsTo({ type: 'TaskCompleted', by: { name: 'agus', positionId: 'kabid-pengawasan' } }, { type: 'Ended' })
  })

  it('through a delegation: neither as delegate nor by handing it to whoever made it', () => {
    const lent = holds('kabid-perizinan', 'dimas', { kind: 'delegate', for: { personId: 'sri' as never, name: 'Sri' } })
    studied(checked(), [...staff, lent])
      .when(complete('menandatangani', 'accept', { by: 'dimas' }))
      .isRefused('four-eyes')
    studied(checked(), staff)
      .when(delegate('menandatangani', 'dimas', { by: 'sri' }))
      .isRefused('delegate-not-eligible', { personId: 'dimas' })
  })

  it('in joint work: the part is done by somebody else, and nobody does two', () => {
    const joint = checked({ jointLanes: ['sekretaris'], quorum: { kind: 'all' } })
    const story = studied(joint, [...staff, plh, holds('sekretaris', 'sri', { kind: 'plh', title: 'Plh. Sekretaris Dinas' })])
    story.when(complete('menandatangani', 'accept', { by: 'dimas' })).isRefused('four-eyes', { node: 'menelaah' })
    const half = story.and(complete('menandatangani', 'accept', { by: 'sri' }))
    half.when(complete('menandatangani', 'accept', { by: 'sri' })).isRefused('part-done')
    half
      .when(complete('menandatangani', 'accept', { by: 'hendra' }))
      .leadsTo({ type: 'PartCompleted', by: { name: 'hendra' } }, { type: 'TaskCompleted' }, { type: 'Ended' })
    expect(anOfficial('sri', story.world.seats)).toMatchObject({ seats: [{ kind: 'definitive' }, { kind: 'plh' }] })
  })
})
