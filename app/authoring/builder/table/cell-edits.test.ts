import { describe, expect, it } from 'vitest'
import { applyEdits, type Definition, type NodeId, stepRows, timeWords } from '#engine'
import { aDefinition, aLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { editCell } from './cell-edits.ts'
import { cellText, type WordColumn } from './columns.ts'

const draft = () =>
  aDefinition({
    lanes: [
      { ...aLane('officer'), name: 'Kasi Pelayanan', aliases: ['Kepala Seksi'] },
      { ...aLane('clerk'), name: 'Staf' },
    ],
    nodes: [aStart(), aTask('check', { activity: 'Memeriksa berkas', note: 'Catatan lama' }), anEnd()],
    edges: [anEdge('start', 'check'), anEdge('check', 'end')],
  })
const rowOf = (definition: Definition) => {
  const node = stepRows(definition).find((row) => row.node.id === ('check' as NodeId))?.node
  if (node === undefined) throw new Error('no row')
  return node
}

function typed(column: WordColumn, text: string, before: Definition = draft()) {
  const edit = editCell(before, rowOf(before), column, text)
  if (!edit.ok) return { why: edit.why, text: cellText(before, rowOf(before), column), lanes: before.flow.lanes, after: before }
  const result = applyEdits(before, edit.edits)
  if (!result.ok) throw new Error(result.refusal.code)
  const after = result.definition
  return { kept: edit.kept, text: cellText(after, rowOf(after), column), lanes: after.flow.lanes, after }
}

describe('what is typed into a cell', () => {
  it('becomes the words of the step, lists one item a line', () => {
    expect(typed('activity', '  Mencatat \n berkas ').text).toBe('Mencatat berkas')
    expect(typed('requirements', 'KTP\n\n KK \n').text).toBe('KTP\nKK')
    expect(typed('output', '').text).toBe('')
    expect(typed('remark', 'Lihat SOP 12').text).toBe('Lihat SOP 12')
  })

  it('chooses a lane by any of its names, or makes a new one', () => {
    expect(typed('lane', 'STAF')).toMatchObject({ text: 'Staf', lanes: [{}, {}] })
    expect(typed('lane', 'kepala seksi')).toMatchObject({ text: 'Kasi Pelayanan' })
    expect(typed('lane', 'Camat')).toMatchObject({ text: 'Camat', lanes: [{}, {}, { name: 'Camat', kind: 'positions' }] })
  })

  it('becomes a time that counts from where the one before it counted', () => {
    const anchor = { kind: 'start' } as const
    const before = draft()
    const [at] = applied(before, { amount: 1, unit: 'workingDay', clock: 'working', maximum: false, anchor })
    expect(typed('time', 'maks 2 jam', at)).toMatchObject({ text: 'Maksimal 2 jam' })
    expect(rowOf(typed('time', 'maks 2 jam', at).after)).toMatchObject({ duration: { anchor, unit: 'hour' } })
    expect(rowOf(typed('time', '', at).after)).not.toHaveProperty('duration')
  })

  it('stays as words where it cannot be counted, until a time is written', () => {
    const kept = typed('time', 'menyesuaikan jadwal')
    expect(kept).toMatchObject({ kept: true, text: 'menyesuaikan jadwal' })
    expect(rowOf(kept.after).note).toBe('Waktu: menyesuaikan jadwal\nCatatan lama')
    const counted = typed('time', '1 jam', kept.after)
    expect([counted.text, rowOf(counted.after).note, timeWords(rowOf(counted.after).note)]).toEqual([
      '1 jam',
      'Catatan lama',
      null,
    ])
  })

  it('is refused where it does not fit, and the cell stays as it was', () => {
    expect(typed('activity', ' ')).toMatchObject({ why: 'empty', text: 'Memeriksa berkas' })
    expect(typed('activity', 'x'.repeat(1000))).toMatchObject({ why: 'too-long' })
    expect(typed('lane', 'x'.repeat(1000))).toMatchObject({ why: 'too-long', text: 'Kasi Pelayanan' })
    expect(typed('output', 'x\n'.repeat(61))).toMatchObject({ why: 'too-many' })
    expect(typed('remark', 'x'.repeat(2001))).toMatchObject({ why: 'too-long' })
    expect(typed('time', 'x'.repeat(300))).toMatchObject({ why: 'too-long' })
  })
})

function applied(
  definition: Definition,
  duration: NonNullable<Extract<ReturnType<typeof rowOf>, { kind: 'task' }>['duration']>,
): [Definition] {
  const result = applyEdits(definition, [{ type: 'UpdateNode', node: 'check' as NodeId, patch: { duration } }])
  if (!result.ok) throw new Error(result.refusal.code)
  return [result.definition]
}
