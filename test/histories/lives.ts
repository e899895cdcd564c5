import type { Definition } from '#engine/definition/schema.ts'
import {
  aCall,
  aDecision,
  aDefinition,
  aField,
  aForm,
  aJoin,
  anEdge,
  anEnd,
  anEvent,
  aParallel,
  aReview,
  aStart,
  aTask,
  aWait,
} from '../builders/definition.ts'
import {
  type Act,
  cancel,
  claim,
  complete,
  correct,
  delegate,
  extend,
  failCall,
  givenIn,
  inspect,
  reassign,
  recount,
  release,
  reopen,
  report,
  resolve,
  resume,
  returnCall,
  type Story,
  sendBack,
  start,
  startByCall,
  startByClock,
  suspend,
  tick,
} from '../engine/given.ts'
import { aCalendar, fullOffice, position } from '../engine/office.ts'
import { aPermit, holds, staff, staffWith, study, title, withHolidays } from '../engine/permit-office.ts'

const chain = (...nodes: readonly string[]) => nodes.slice(1).map((node, i) => anEdge(nodes[i] ?? '', node))

/** The procedures that are lived through for the record; together they hold every kind of node. */
const procedures = {
  permit: aPermit({
    process: {
      duration: { amount: 2, unit: 'workingDay' },
      deadline: { warn: { amount: 2, unit: 'hour' }, afterwards: { kind: 'reassign', to: 'superior' } },
    },
  }),
  returning: aPermit({
    process: { duration: { amount: 4, unit: 'hour' }, deadline: { afterwards: { kind: 'return', to: 'memeriksa' } } },
  }),
  joint: aPermit({
    sign: aReview('menandatangani', ['accept', 'reject'], {
      lane: 'kabid-perizinan',
      jointLanes: ['kabid-data'],
      quorum: { kind: 'all' },
      notPerformersOf: ['menelaah'],
    }),
  }),
  panel: aPermit({
    sign: aReview('menandatangani', ['accept', 'reject'], {
      lane: 'kabid-perizinan',
      jointLanes: ['kabid-data', 'kabid-pengawasan'],
      quorum: { kind: 'atLeast', n: 2 },
      duration: { amount: 1, unit: 'workingDay' },
      deadline: { afterwards: { kind: 'reassign', to: ['kepala-dinas'] } },
    }),
  }),
  side: sideBySide(),
  waiting: waiting(),
  choosing: choosing(),
  calling: aDefinition({
    nodes: [
      aStart(),
      aTask('memohon', { lane: 'applicant', form: 'usaha' }),
      aCall('menguji', {
        standard: { slug: 'uji-air', version: 2 },
        passes: [{ from: 'nama', to: 'contoh' }],
        returns: [{ from: 'kadar', to: 'kadarBesi' }],
      }),
      aTask('menerbitkan'),
      anEnd('selesai'),
    ],
    edges: chain('start', 'memohon', 'menguji', 'menerbitkan', 'selesai'),
    forms: [aForm('usaha', aField('text', 'nama', { required: true }), aField('number', 'kadarBesi'))],
  }),
  called: aDefinition({
    nodes: [aStart({ by: 'call', lane: 'officer' }), aTask('menguji', { form: 'hasil' }), anEnd('selesai')],
    edges: chain('start', 'menguji', 'selesai'),
    forms: [aForm('hasil', aField('text', 'contoh'), aField('number', 'kadar', { required: true }))],
  }),
  monthly: aDefinition({
    kind: 'sop',
    nodes: [
      aStart({ by: 'schedule', lane: 'officer', every: { every: 'month', day: 1, time: '08:00' } }),
      aTask('melaporkan'),
      anEnd('selesai'),
    ],
    edges: chain('start', 'melaporkan', 'selesai'),
  }),
} as const satisfies Record<string, Definition>
export type Procedure = keyof typeof procedures

function sideBySide(): Definition {
  return aDefinition({
    nodes: [
      aStart(),
      aTask('memohon', { lane: 'applicant' }),
      aParallel('membagi'),
      aTask('meninjau'),
      aTask('menilai'),
      aWait('menunggu-provinsi', { until: { kind: 'report', event: 'Surat balasan provinsi diterima' } }),
      anEvent('diumumkan'),
      anEnd('diketahui'),
      aJoin('menyatukan', { quorum: { kind: 'atLeast', n: 2 } }),
      aTask('menetapkan'),
      anEnd('selesai'),
    ],
    edges: [
      ...chain('start', 'memohon', 'membagi', 'meninjau', 'menyatukan', 'menetapkan', 'selesai'),
      ...chain('membagi', 'menilai', 'menyatukan'),
      ...chain('membagi', 'menunggu-provinsi', 'menyatukan'),
      ...chain('membagi', 'diumumkan', 'diketahui'),
    ],
  })
}

function waiting(): Definition {
  return aDefinition({
    nodes: [
      aStart(),
      aTask('memohon', { lane: 'applicant', form: 'acara' }),
      aWait('menunggu-hari', { until: { kind: 'moment', field: 'hari' } }),
      aWait('masa-sanggah', { until: { kind: 'duration', duration: { amount: 2, unit: 'workingDay' } }, pausesClock: true }),
      aWait('menunggu-balasan', {
        until: { kind: 'report', event: 'Balasan diterima', form: 'balasan', atMost: { amount: 5, unit: 'workingDay' } },
      }),
      aTask('mencatat'),
      anEnd('selesai'),
      anEnd('lewat', { result: 'rejected' }),
    ],
    edges: [
      ...chain('start', 'memohon', 'menunggu-hari', 'masa-sanggah', 'menunggu-balasan', 'mencatat', 'selesai'),
      anEdge('menunggu-balasan', 'lewat', { outcome: 'lapsed' }),
    ],
    forms: [aForm('acara', aField('date', 'hari')), aForm('balasan', aField('text', 'nomor', { required: true }))],
    limits: [{ duration: { amount: 20, unit: 'workingDay', anchor: { kind: 'start' } } }],
  })
}

function choosing(): Definition {
  const size = (op: string, value: number) => ({ kind: 'field', field: 'luas', op, value })
  return aDefinition({
    nodes: [
      aStart(),
      aTask('memohon', { lane: 'applicant', form: 'lahan' }),
      aDecision('menggolongkan'),
      aTask('sederhana'),
      aTask('lengkap'),
      anEnd('selesai'),
    ],
    edges: [
      ...chain('start', 'memohon', 'menggolongkan'),
      anEdge('menggolongkan', 'sederhana', { when: size('at-most', 100) }),
      anEdge('menggolongkan', 'lengkap', { when: size('more-than', 100) }),
      ...chain('sederhana', 'selesai'),
      ...chain('lengkap', 'selesai'),
    ],
    forms: [aForm('lahan', aField('number', 'luas'))],
  })
}

const superiors = { [position('analis-perizinan')]: position('kabid-perizinan') }
const inside = (procedure: Procedure, ...acts: readonly Act[]) =>
  givenIn({ definition: procedures[procedure], seats: fullOffice(procedures[procedure]), superiors }, ...acts)
const permit = (procedure: 'permit' | 'returning' | 'joint' | 'panel', ...acts: readonly Act[]) =>
  givenIn({ definition: procedures[procedure], seats: staff, superiors }, start(title), ...acts)
const received = complete('memeriksa', 'accept')
const studied = complete('menelaah', 'submit', study)
const refused = complete('menandatangani', 'reject', { by: 'yuni', reason: 'Data belum sahih' })
const unclear = complete('memeriksa', 'revise', { reason: 'Judul belum jelas' })
const split = (...acts: readonly Act[]) => inside('side', start(), ...acts)
const dated = start({ data: { hari: '2026-11-30' } })

const polling = { date: '2026-12-09', name: 'Hari pemungutan suara', kind: 'national' as const }
const lent = holds('kabid-data', 'hendra', { kind: 'delegate', for: { personId: 'yuni' as never, name: 'Yuni' } })
const vacant = permit('permit', received).withSeats(staffWith('analis-perizinan')).and(inspect())

/** Lives as offices lead them, by name; each is written down at its last act. */
export const lives: Readonly<Record<string, { of: Procedure; story: Story }>> = {
  'permit-begun': { of: 'permit', story: permit('permit') },
  'permit-claimed-and-released': { of: 'permit', story: permit('permit', claim('memeriksa'), release('memeriksa')) },
  'permit-handed-over': { of: 'permit', story: permit('permit', delegate('memeriksa', 'dimas', { by: 'rina' })) },
  'permit-reassigned': {
    of: 'permit',
    story: permit('permit', claim('memeriksa'), reassign('memeriksa', 'hendra', { by: 'wati' })),
  },
  'permit-waits-for-applicant': { of: 'permit', story: permit('permit', unclear) },
  'permit-second-round': { of: 'permit', story: permit('permit', unclear, complete('melengkapi', 'submit', title), received) },
  'permit-warned': { of: 'permit', story: permit('permit', received, tick('2026-11-25 14:00')) },
  'permit-missed-and-handed-up': {
    of: 'permit',
    story: permit('permit', received, tick('2026-11-25 16:00'), tick('2026-12-09 16:00')),
  },
  'permit-extended': {
    of: 'permit',
    story: permit('permit', received, extend('menelaah', 3, 'workingDay'), extend(null, 1, 'week')),
  },
  'permit-suspended': { of: 'permit', story: permit('permit', received, suspend('Menunggu putusan pengadilan', { by: 'wati' })) },
  'permit-resumed': {
    of: 'permit',
    story: permit('permit', received, suspend('Banjir', { by: 'wati' }), resume({ by: 'wati', at: '2026-11-30 09:00' })),
  },
  'permit-recounted': {
    of: 'permit',
    story: permit('permit', received).withCalendar(withHolidays(aCalendar, polling)).and(recount('2026-11-28 09:00')),
  },
  'permit-sent-back': { of: 'permit', story: permit('permit', received, studied, sendBack('menelaah', { by: 'wati' })) },
  'permit-corrected': {
    of: 'permit',
    story: permit('permit', received, correct({ judul: 'Pola tanam jagung' }, { by: 'wati' })),
  },
  'permit-vacant': { of: 'permit', story: vacant },
  'permit-filled-again': { of: 'permit', story: vacant.withSeats(staff).and(inspect()) },
  'permit-completed': { of: 'permit', story: permit('permit', received, studied, complete('menandatangani', 'accept')) },
  'permit-reopened': {
    of: 'permit',
    story: permit('permit', received, studied, complete('menandatangani', 'accept'), reopen('menelaah', { by: 'wati' })),
  },
  'permit-cancelled': { of: 'permit', story: permit('permit', received, cancel('Pemohon menarik permohonan', { by: 'wati' })) },
  'returning-returned': { of: 'returning', story: permit('returning', received, tick('2026-11-23 14:00')) },
  'joint-half': { of: 'joint', story: permit('joint', received, studied, complete('menandatangani', 'accept', { by: 'sri' })) },
  'joint-by-delegate': {
    of: 'joint',
    story: permit('joint', received, studied, complete('menandatangani', 'accept', { by: 'sri' }))
      .withSeats(staffWith(lent))
      .and(complete('menandatangani', 'accept', { by: 'hendra' })),
  },
  'panel-handed-up-after-a-refusal': {
    of: 'panel',
    story: permit('panel', received, studied, refused, tick('2026-11-24 16:00')),
  },
  'panel-decided-above': {
    of: 'panel',
    story: permit(
      'panel',
      received,
      studied,
      refused,
      tick('2026-11-24 16:00'),
      complete('menandatangani', 'accept', { by: 'wati', at: '2026-11-25 09:00' }),
    ),
  },
  'side-split': { of: 'side', story: split() },
  'side-one-arrived': { of: 'side', story: split(complete('meninjau')) },
  'side-joined': { of: 'side', story: split(complete('meninjau'), complete('menilai')) },
  'side-reported': { of: 'side', story: split(report('menunggu-provinsi', { note: 'Surat 12/2026' }), complete('menilai')) },
  'side-completed': { of: 'side', story: split(complete('meninjau'), complete('menilai'), complete('menetapkan')) },
  'waiting-for-the-day': { of: 'waiting', story: inside('waiting', dated) },
  'waiting-with-clock-stopped': { of: 'waiting', story: inside('waiting', dated, tick('2026-11-30 00:00')) },
  'waiting-recounted': {
    of: 'waiting',
    story: inside('waiting', dated, tick('2026-11-30 00:00'))
      .withCalendar(withHolidays(aCalendar, { ...polling, date: '2026-12-02' }))
      .and(recount('2026-12-01 09:00')),
  },
  'waiting-for-a-report': { of: 'waiting', story: inside('waiting', dated, tick('2026-11-30 00:00'), tick('2026-12-02 16:00')) },
  'waiting-reported': {
    of: 'waiting',
    story: inside(
      'waiting',
      dated,
      tick('2026-11-30 00:00'),
      tick('2026-12-02 16:00'),
      report('menunggu-balasan', { data: { nomor: '12/2026' } }),
    ),
  },
  'waiting-lapsed': {
    of: 'waiting',
    story: inside('waiting', dated, tick('2026-11-30 00:00'), tick('2026-12-02 16:00'), tick('2026-12-31 16:00')),
  },
  'waiting-without-a-day': { of: 'waiting', story: inside('waiting', start()) },
  'waiting-day-filled-in': {
    of: 'waiting',
    story: inside('waiting', start(), correct({ hari: '2026-11-30' }, { at: '2026-11-24 09:00' })),
  },
  'choosing-decided': { of: 'choosing', story: inside('choosing', start({ data: { luas: 250 } })) },
  'choosing-undecided': { of: 'choosing', story: inside('choosing', start()) },
  'choosing-resolved': {
    of: 'choosing',
    story: inside('choosing', start(), resolve('menggolongkan-lengkap', { reason: 'Luas menyusul' }), complete('lengkap')),
  },
  'calling-under-way': { of: 'calling', story: inside('calling', start({ data: { nama: 'Tirta Jernih' } })) },
  'calling-returned': {
    of: 'calling',
    story: inside(
      'calling',
      start({ data: { nama: 'Tirta Jernih' } }),
      returnCall('menguji', 'completed', { data: { kadar: 2 } }),
    ),
  },
  'calling-failed': { of: 'calling', story: inside('calling', start({ data: { nama: 'Tirta Jernih' } }), failCall('menguji')) },
  'calling-cancelled': { of: 'calling', story: inside('calling', start({ data: { nama: 'Tirta' } }), cancel('Ditarik')) },
  'called-begun': { of: 'called', story: inside('called', startByCall({ contoh: 'Tirta Jernih' })) },
  'monthly-begun': { of: 'monthly', story: inside('monthly', startByClock('start', '2026-12-01 08:00')) },
}

export { procedures }
