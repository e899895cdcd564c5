import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { openDatabase } from '#db/connection.ts'
import type { Definition, OutcomeId } from '#engine'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anOutcome,
  aParallel,
  aReview,
  aStart,
  aTask,
  aWait,
} from '#test/builders/definition.ts'
import { anOffice } from '#test/builders/office.ts'

const words = (id: string, name: string) => ({ ...aLane(id), name })

/** Two branches side by side: a step that two lanes do together, and a wait for a letter; then a rule, and a decision. */
export const aPermit = (): Definition =>
  aDefinition({
    title: 'Izin pemakaian lapangan',
    lanes: [
      anApplicantLane(),
      words('teknis', 'Seksi teknis'),
      words('keuangan', 'Seksi keuangan'),
      words('kepala', 'Kepala dinas'),
    ],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', activity: 'Mengajukan izin', form: 'request' }),
      aParallel('split', { lane: 'teknis', name: 'Pemeriksaan' }),
      aTask('study', {
        lane: 'teknis',
        activity: 'Mengkaji permohonan bersama',
        jointLanes: ['keuangan'],
        quorum: { kind: 'all' },
        outcomes: [anOutcome('accept', { label: 'Layak' }), anOutcome('other', { label: 'Layak dengan catatan' })],
        duration: { amount: 3, unit: 'workingDay' },
        deadline: { warn: { amount: 1, unit: 'workingDay' }, escalate: true, afterwards: { kind: 'keep' } },
      }),
      aWait('reply', {
        lane: 'teknis',
        activity: 'Menunggu balasan provinsi',
        until: {
          kind: 'report',
          event: 'Surat balasan provinsi diterima',
          form: 'letter',
          atMost: { amount: 10, unit: 'workingDay' },
        },
      }),
      aJoin('both', { lane: 'teknis', name: 'Pemeriksaan selesai' }),
      aDecision('cost', { lane: 'kepala', question: 'Apakah biayanya besar?' }),
      aReview('decide', ['accept', 'reject'], { lane: 'kepala', activity: 'Memutuskan izin' }),
      anEnd('done'),
      anEnd('refused', { result: 'rejected' }),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      anEdge('split', 'study', { label: 'Kajian teknis' }),
      anEdge('split', 'reply', { label: 'Pendapat provinsi' }),
      anEdge('study', 'both', { outcome: 'accept' }),
      anEdge('study', 'both', { outcome: 'other' }),
      anEdge('reply', 'both'),
      anEdge('reply', 'both', { id: 'e-lapsed', outcome: 'lapsed' }),
      anEdge('both', 'cost'),
      anEdge('cost', 'decide', {
        label: 'Biaya besar',
        when: { kind: 'field', field: 'cost', op: 'more-than', value: 10_000_000 },
      }),
      anEdge('cost', 'done', { label: 'Biaya kecil', otherwise: true }),
      anEdge('decide', 'done', { outcome: 'accept' }),
      anEdge('decide', 'refused', { outcome: 'reject' }),
    ],
    forms: [
      aForm(
        'request',
        aField('text', 'title', { required: true, label: 'Nama kegiatan' }),
        aField('date', 'day', { required: true, label: 'Hari kegiatan' }),
        aField('rupiah', 'cost', { label: 'Perkiraan biaya' }),
      ),
      aForm('letter', aField('letterNumber', 'letter', { required: true, label: 'Nomor surat balasan' })),
    ],
    limits: [{ label: 'Seluruh izin', duration: { amount: 15, unit: 'workingDay', anchor: { kind: 'start' } } }],
  })

export type UnderWay = {
  agencyId: string
  instanceId: string
  ticket: string
  waitId: string
  taskId: string
  people: { supervisor: string; technical: string; finance: string; head: string }
}

/** An office of its own in which one request stands in two branches at once. */
export async function layUnderWay(databaseUrl: string, title = 'Pasar malam kecamatan'): Promise<UnderWay> {
  const opened = await openDatabase({ url: databaseUrl, dataDir: '' })
  try {
    const office = await anOffice(opened, ['teknis', 'keuangan', 'kepala'])
    office.setClock(Date.now())
    const { agencyId, ports } = office
    const tail = agencyId.slice(-4)
    const people = {
      supervisor: `Wati Pengawas ${tail}`,
      technical: `Tono Teknis ${tail}`,
      finance: `Kiki Keuangan ${tail}`,
      head: `Karta Kepala ${tail}`,
    }
    await office.hire(people.supervisor, [], ['administrator'])
    await office.hire(people.technical, ['teknis'])
    await office.hire(people.finance, ['keuangan'])
    await office.hire(people.head, ['kepala'])
    await office.publish('izin-lapangan', aPermit())
    const submission = { outcome: 'submit' as OutcomeId, data: { title, day: '2027-01-04' } }
    const started = await startInstance({ visitor: { kind: 'anonymous' }, agencyId, slug: 'izin-lapangan', submission }, ports)
    if (!started.ok) throw new Error(JSON.stringify(started.refusal))
    const { instanceId, ticket } = started.value
    const [found] = await opened.execute<{ wait: string; task: string }>(
      `select state->'waits'->0->>'waitId' as wait, state->'open'->0->>'taskId' as task from instances where id = '${instanceId}'`,
    )
    return { agencyId, instanceId, ticket: ticket ?? '', waitId: found?.wait ?? '', taskId: found?.task ?? '', people }
  } finally {
    await opened.close()
  }
}
