import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import ponjong from '#definitions/agencies/kapanewon-ponjong/standards/alur-upload-konten-media-sosial.json' with { type: 'json' }
import { applyEdits, type Definition, limits, type NodeId, parseDefinition, readPaste, stepRows } from '#engine'
import { aDefinition, aLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { copiedAs } from '#test/engine/pasted/copied-as.ts'
import { laneName } from '../names.ts'
import type { NewWords } from '../new-node.ts'
import { pasteRoom, planPaste, standingLanes } from './plan-paste.ts'

const words: NewWords = {
  task: 'Kegiatan baru',
  review: 'Memeriksa',
  decision: 'Keputusan',
  event: 'Kejadian',
  wait: 'Menunggu',
  call: 'Memanggil',
  lane: 'Pelaksana',
  applicant: 'Pemohon',
  submit: 'Kirim',
  accept: 'Terima',
  revise: 'Revisi',
  reject: 'Tolak',
  standard: null,
}
const blank = () => aDefinition({ lanes: [], nodes: [], edges: [] })

function pasted(text: string, before: Definition, { after = null, html = '' }: { after?: string | null; html?: string } = {}) {
  const read = readPaste({ html, text })
  if (!read.ok) throw new Error(read.refusal.code)
  const { steps, lanes } = read.pasted
  const fitting = steps.slice(0, pasteRoom(before).steps)
  const plan = planPaste(before, { steps: fitting, lanes: standingLanes(before, lanes), after: after as NodeId | null }, words)
  const result = applyEdits(before, plan?.edits ?? [])
  if (!result.ok) throw new Error(result.refusal.code)
  return result.definition
}
const rows = (definition: Definition) =>
  stepRows(definition).map(({ node, exits }) => [
    node.kind === 'task' ? node.activity : node.kind,
    laneName(definition, node.lane),
    exits.map((exit) => exit.number),
  ])

describe('a pasted table as edits', () => {
  it('makes the shipped rows and lanes of Kapanewon Ponjong out of its source', () => {
    const shipped = parseDefinition(ponjong.definition)
    if (!shipped.ok) throw new Error('the shipped definition does not parse')
    const source = readFileSync(new URL('../../../../test/engine/pasted/kapanewon-ponjong.txt', import.meta.url), 'utf8')
    for (const draft of [pasted(source, blank()), pasted('', blank(), { html: copiedAs('word', source) })]) {
      expect(draft.flow.lanes.map(({ name }) => name)).toEqual(shipped.definition.flow.lanes.map(({ name }) => name))
      const who = (definition: Definition) => rows(definition).map(([activity, lane]) => [activity, lane])
      expect(who(draft)).toEqual(who(shipped.definition))
      expect(draft.flow.nodes.map(({ kind }) => kind)).toEqual(['start', 'task', 'task', 'task', 'task', 'task', 'end'])
    }
  })

  it('goes between two steps, in lanes that the draft has under another name', () => {
    const before = aDefinition({
      lanes: [{ ...aLane('kasi'), name: 'Kasi Pelayanan', aliases: ['Kepala Seksi'] }],
      nodes: [
        aStart({ lane: 'kasi' }),
        aTask('a', { lane: 'kasi', activity: 'A' }),
        aTask('b', { lane: 'kasi', activity: 'B' }),
        anEnd('end', { lane: 'kasi' }),
      ],
      edges: [anEdge('start', 'a'), anEdge('a', 'b'), anEdge('b', 'end')],
    })
    const draft = pasted('Kegiatan\tPelaksana\nC\tkepala seksi\nD\tPemohon\nE\t', before, { after: 'a' })
    expect(rows(draft)).toEqual([
      ['A', 'Kasi Pelayanan', [2]],
      ['C', 'Kasi Pelayanan', [3]],
      ['D', 'Pemohon', [4]],
      ['E', 'Pemohon', [5]],
      ['B', 'Kasi Pelayanan', [null]],
    ])
    expect(draft.flow.lanes.map(({ kind }) => kind)).toEqual(['positions', 'applicant'])
  })

  it('keeps what no cell has room for with the step', () => {
    const [node] = stepRows(
      pasted(`Kegiatan\tPelaksana\tWaktu\n${'kata '.repeat(100)}\tStaf dan Camat\tmenyesuaikan`, blank()),
    ).map((row) => row.node)
    expect(node).toMatchObject({ statement: 'kata '.repeat(100).trim(), note: 'Waktu: menyesuaikan' })
  })

  it('fills a draft up to its last place', () => {
    const many = ['Kegiatan', ...Array.from({ length: 900 }, (_, index) => `Mencatat ${index}`)].join('\n')
    const draft = pasted(many.replaceAll('\n', '\t\n'), blank())
    expect([draft.flow.nodes.length, pasteRoom(draft).steps]).toEqual([limits.nodes, 0])
  })
})
