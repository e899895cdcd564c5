import { describe, expect, it } from 'vitest'
import {
  aCall,
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aReview,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import {
  type Act,
  cancel,
  complete,
  correct,
  failCall,
  givenIn,
  resolve,
  returnCall,
  Story,
  start,
  startByCall,
  tick,
} from '#test/engine/given.ts'
import { at, position } from '#test/engine/office.ts'
import { aPermit, dueOf, openAt, said, staff, study, title } from '#test/engine/permit-office.ts'

describe('a complaint is reclassified', () => {
  const limit = (value: string, amount: number, unit: string) => ({
    when: { kind: 'field', field: 'klasifikasi', op: 'is', value },
    duration: { amount, unit, anchor: { kind: 'field', field: 'diterima' } },
  })
  const definition = aDefinition({
    title: 'Penanganan Pengaduan',
    lanes: [anApplicantLane(), aLane('petugas-pengaduan'), aLane('tim-pengaduan')],
    nodes: [
      aStart({ by: 'complaint' }),
      aTask('mengadu', { lane: 'applicant' }),
      aTask('menggolongkan', { lane: 'petugas-pengaduan', form: 'golongan' }),
      aReview('menyelesaikan', ['accept', 'revise'], { lane: 'tim-pengaduan' }),
      anEnd('selesai', { lane: 'tim-pengaduan' }),
    ],
    edges: [
      anEdge('start', 'mengadu'),
      anEdge('mengadu', 'menggolongkan'),
      anEdge('menggolongkan', 'menyelesaikan'),
      anEdge('menyelesaikan', 'selesai', { outcome: 'accept' }),
      anEdge('menyelesaikan', 'menggolongkan', { outcome: 'revise' }),
    ],
    forms: [
      aForm(
        'golongan',
        aField('choice', 'klasifikasi', {
          required: true,
          options: ['ringan', 'berkadar'].map((id) => ({ id, label: id })),
        }),
        aField('dateTime', 'diterima', { required: true }),
      ),
    ],
    limits: [limit('ringan', 5, 'workingDay'), limit('berkadar', 60, 'workingDay')],
  })
  const classed = (klasifikasi: string) => ({ data: { klasifikasi, diterima: '2026-11-20T09:00' } })
  const superiors = { [position('tim-pengaduan')]: position('petugas-pengaduan') }
  const seats = ['petugas-pengaduan', 'tim-pengaduan'].map((post) => ({
    positionId: position(post),
    personId: post as never,
    kind: 'definitive' as const,
    title: post,
  }))
  const light = givenIn(
    { definition, seats, superiors },
    start({ at: '2026-11-20 09:00' }),
    complete('menggolongkan', 'submit', { at: '2026-11-20 09:30', ...classed('ringan') }),
  )
  const grave = '60 hari kerja sejak Jumat, 20 November 2026 pukul 09.00 WIB.'
  const again = 'Dihitung ulang karena data permohonan berubah.'

  it('by a correction: both classes stay in the record, the limit is that of the new one', () => {
    expect(dueOf(light.state)).toBe('Jumat, 27 November 2026 pukul 16.30 WIB')
    light.when(correct({ klasifikasi: 'ringan' })).isRefused('nothing-to-change')
    light.when(correct({ klasifikasi: 'genting' })).isRefused('invalid-input')
    const state = light.when(correct({ klasifikasi: 'berkadar' }, { reason: 'Memuat dugaan pungutan' })).leadsTo(
      {
        type: 'DataCorrected',
        reason: 'Memuat dugaan pungutan',
        changes: [{ field: 'klasifikasi', before: 'ringan', after: 'berkadar' }],
      },
      { type: 'DeadlineSet', cause: 'data', due: { why: { amount: 60, unit: 'workingDay', recomputed: 'data' } } },
    )
    expect(said(state.due)).toContain(grave)
    expect(said(state.due)).toContain(again)
    expect(openAt({ state }, 'menyelesaikan')).toBeDefined()
  })

  it('in a second round: what changed is known, and the limit says that it was counted again', () => {
    const back = light.and(complete('menyelesaikan', 'revise', { reason: 'Memuat dugaan pungutan' }))
    const { state } = back.and(complete('menggolongkan', 'submit', classed('berkadar')))
    expect(state).toMatchObject({ changed: { menggolongkan: ['klasifikasi'] }, rounds: { menggolongkan: 2, menyelesaikan: 2 } })
    expect(said(state.due)).toContain(`${grave} ${again}`)
    const values = [...back.and(complete('menggolongkan', 'submit', classed('berkadar'))).events].flatMap((event) =>
      event.type === 'TaskCompleted' && event.node === 'menggolongkan' ? [event.data] : [],
    )
    expect(values).toMatchObject([{ klasifikasi: 'ringan' }, { klasifikasi: 'berkadar' }])
  })

  it('after its first limit was missed: that stays on record, and the new one acts once of its own', () => {
    const missed = light.and(tick('2026-11-27 16:30'))
    const moved = missed.and(correct({ klasifikasi: 'berkadar' }, { at: '2026-11-30 09:00' }))
    moved.when(tick('2026-11-30 09:05')).leadsTo()
    expect(moved.state.acts).toMatchObject([{ act: 'missed', due: at('2026-11-27 16:30') }, { act: 'escalated' }])
    const due = moved.state.due?.at ?? 0
    const later = moved.and(tick('2027-06-01 09:00'))
    expect(later.state.acts.slice(2)).toEqual([
      { act: 'missed', due },
      { act: 'escalated', due },
    ])
  })
})

describe('the called standard is superseded mid-run', () => {
  const lanes = [anApplicantLane(), aLane('loket'), aLane('laboratorium')]
  const caller = aDefinition({
    title: 'Izin Usaha Air Minum',
    lanes,
    nodes: [
      aStart(),
      aTask('memohon', { lane: 'applicant', form: 'usaha' }),
      aCall('menguji', {
        lane: 'loket',
        standard: { slug: 'uji-air', version: 2 },
        passes: [{ from: 'nama', to: 'contoh' }],
        returns: [{ from: 'kadar', to: 'kadarBesi' }],
      }),
      aTask('menerbitkan', { lane: 'loket' }),
      anEnd('selesai', { lane: 'loket' }),
      anEnd('ditolak', { lane: 'loket', result: 'rejected' }),
    ],
    edges: [
      anEdge('start', 'memohon'),
      anEdge('memohon', 'menguji'),
      anEdge('menguji', 'menerbitkan', { outcome: 'completed' }),
      anEdge('menguji', 'ditolak', { id: 'menguji-lain' }),
      anEdge('menerbitkan', 'selesai'),
    ],
    forms: [aForm('usaha', aField('text', 'nama', { required: true }), aField('number', 'kadarBesi'))],
  })
  /** The test of water; its third version asks for a second sample. */
  const waterTest = (...more: readonly string[]) => {
    const steps = ['mengambil-contoh', ...more, 'memeriksa-contoh']
    return aDefinition({
      title: 'Uji Air',
      lanes,
      nodes: [
        aStart({ by: 'call', lane: 'laboratorium' }),
        ...steps.map((id) => aTask(id, { lane: 'laboratorium', ...(id === 'memeriksa-contoh' ? { form: 'hasil' } : {}) })),
        anEnd('selesai', { lane: 'laboratorium' }),
      ],
      edges: ['start', ...steps].map((from, i) => anEdge(from, steps[i] ?? 'selesai')),
      forms: [aForm('hasil', aField('text', 'contoh'), aField('number', 'kadar', { required: true }))],
    })
  }
  const second = waterTest()
  const third = waterTest('mengambil-contoh-kedua')
  const seats = ['loket', 'laboratorium'].map((post) => ({
    positionId: position(post),
    personId: post as never,
    kind: 'definitive' as const,
    title: post,
  }))
  const calling = givenIn({ definition: caller, seats }, start({ data: { nama: 'Tirta Jernih' } }))
  const called = givenIn({ definition: second, seats }, startByCall({ contoh: 'Tirta Jernih' }))

  it('asks for the version that the caller names, whatever is in force', () => {
    expect(calling.events.at(-1)).toMatchObject({
      type: 'WaitBegan',
      call: { slug: 'uji-air', version: 2, data: { contoh: 'Tirta Jernih' } },
    })
  })

  it('goes on after its own version; what it found comes up and the caller goes on', () => {
    const sampled = called.and(complete('mengambil-contoh'))
    expect(openAt(sampled, 'memeriksa-contoh')).toBeDefined()
    const newer = new Story({ definition: third, seats }, called.state, called.events, called.now)
    expect(openAt(newer.and(complete('mengambil-contoh')), 'mengambil-contoh-kedua')).toBeDefined()
    const tested = sampled.and(complete('memeriksa-contoh', 'submit', { data: { kadar: 2 } }))
    expect(tested.state).toMatchObject({ status: 'completed', data: { kadar: 2 }, call: { instanceId: 'caller' } })
    const state = calling
      .when(returnCall('menguji', 'completed', { data: tested.state.data }))
      .leadsTo({ type: 'WaitOver', how: 'completed', data: { kadarBesi: 2 } }, { type: 'TaskOpened', node: 'menerbitkan' })
    expect(state.data).toEqual({ nama: 'Tirta Jernih', kadarBesi: 2 })
  })

  it('is cancelled with the caller, and then has nothing more to bring', () => {
    const cancelled = calling.and(cancel('Pemohon menarik permohonan', { by: 'loket' }))
    expect(cancelled.events.slice(-2)).toMatchObject([
      { type: 'WaitWithdrawn', because: 'cancelled' },
      { type: 'Cancelled', reason: 'Pemohon menarik permohonan' },
    ])
    cancelled.when(returnCall('menguji')).isRefused('wait-over')
    expect(called.and(cancel('Permohonan induk dibatalkan', { by: 'system' })).state).toMatchObject({
      status: 'cancelled',
      open: [],
    })
  })

  it('that is cancelled by itself comes up as such, by the exit for all that is not said', () => {
    calling
      .when(returnCall('menguji', 'cancelled'))
      .leadsTo({ type: 'WaitOver', how: 'cancelled' }, { type: 'Ended', node: 'ditolak', result: 'rejected' })
  })

  it('that cannot be begun any more is put before a supervisor', () => {
    const failed = calling.and(failCall('menguji'))
    expect(failed.state.incidents).toMatchObject([{ code: 'call-failed', node: 'menguji' }])
    expect(failed.and(resolve('menguji-lain', { by: 'loket', reason: 'Laboratorium tutup' })).state.status).toBe('rejected')
  })
})

describe('an instance outlives three versions', () => {
  const first = aPermit()
  const second = aPermit({ limits: [{ duration: { amount: 30, unit: 'workingDay', anchor: { kind: 'start' } } }] })
  const third = aPermit({
    process: { lane: 'kabid-perizinan', duration: { amount: 1, unit: 'hour' } },
    sign: aReview('menandatangani', ['accept', 'reject'], { lane: 'sekretaris' }),
  })
  const acts = [
    complete('memeriksa', 'accept', { by: 'rina' }),
    complete('menelaah', 'submit', { by: 'dimas', ...study }),
    complete('menandatangani', 'accept', { by: 'wati' }),
  ]
  const begun = (definition: typeof first) => givenIn({ definition, seats: staff }, start(title))

  it('ends as it began: by its own limits, people and outcomes', () => {
    const story = acts.reduce((sofar, act) => sofar.and(act), begun(first))
    expect(story.state.status).toBe('completed')
    expect(dueOf(begun(first).state)).toBe('Rabu, 9 Desember 2026 pukul 16.00 WIB')
    expect(story.state.performers).toMatchObject({ menelaah: ['dimas'], menandatangani: ['wati'] })
  })

  it('is another life under each of them, so that it matters which one decides', () => {
    expect(dueOf(begun(second).state)).toBe('Rabu, 6 Januari 2027 pukul 16.00 WIB')
    const newest = begun(third).and(complete('memeriksa', 'accept', { by: 'rina' }))
    newest.when(complete('menelaah', 'submit', { by: 'dimas', ...study })).isRefused('not-a-candidate')
    newest
      .when(complete('menelaah', 'submit', { by: 'sri', ...study }))
      .leadsTo({ type: 'TaskCompleted' }, { type: 'TaskOpened', candidates: [{ kind: 'position', positionId: 'sekretaris' }] })
    begun(first)
      .and(acts[0] as never)
      .when(complete('menelaah', 'reject', study))
      .isRefused('unknown-outcome')
  })

  it('is moved by a named person, goes on by the newest, and says why it is due when it is', () => {
    const moveTo = (to: typeof first): Act => ({
      by: 'wati',
      target: to,
      command: () => ({
        type: 'Migrate',
        from: { version: 1, digest: 'satu' },
        to: { version: 3, digest: 'tiga' },
        choices: { places: {}, clear: [] },
        reason: 'SK 12/2026 mengganti standar',
      }),
    })
    const reviewed = begun(first).and(complete('memeriksa', 'accept', { by: 'rina' }))
    const moved = reviewed.and(moveTo(second)).in(second)
    expect(moved.events.find(({ type }) => type === 'Migrated')).toMatchObject({ by: { name: 'wati' }, to: { version: 3 } })
    expect(said(moved.state.due)).toContain('Dihitung ulang karena permohonan dipindahkan ke versi standar yang lain.')
    const strict = reviewed.and(moveTo(third)).in(third)
    const studied = strict.and(complete('menelaah', 'submit', { by: 'sri', ...study }))
    studied.when(complete('menandatangani', 'accept', { by: 'wati' })).isRefused('not-a-candidate')
    expect(studied.and(complete('menandatangani', 'accept', { by: 'hendra' })).state.status).toBe('completed')
  })
})
