import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import ponjong from '#definitions/agencies/kapanewon-ponjong/standards/alur-upload-konten-media-sosial.json' with { type: 'json' }
import { copiedAs } from '#test/engine/pasted/copied-as.ts'
import { printDuration } from '../calendar/print.ts'
import { parseDefinition } from '../definition/parse.ts'
import { type Clipboard, readPaste } from './read-paste.ts'

const source = readFileSync(new URL('../../test/engine/pasted/kapanewon-ponjong.txt', import.meta.url), 'utf8')
const parsed = parseDefinition(ponjong.definition)
if (!parsed.ok) throw new Error('the shipped definition does not parse')
const { lanes, nodes } = parsed.definition.flow
const laneName = (id: string) => lanes.find((lane) => lane.id === id)?.name

/** The shipped rows; the source writes "Regrister", which the shipped words correct. */
const shipped = nodes.flatMap((node) =>
  node.kind === 'task'
    ? [
        {
          activity: node.activity,
          lane: laneName(node.lane),
          requirements: node.requirements,
          time: node.duration && printDuration(node.duration, 'id'),
          output: node.output.map((item) => item.replace('Register', 'Regrister')),
        },
      ]
    : [],
)

function rowsOf(clipboard: Clipboard) {
  const read = readPaste(clipboard)
  if (!read.ok) throw new Error(read.refusal.code)
  const steps = read.pasted.steps.map(({ activity, lanes, requirements, duration, output }) => ({
    activity,
    lane: lanes[0],
    requirements,
    time: duration && printDuration(duration, 'id'),
    output,
  }))
  return { ...read.pasted, steps }
}

describe('the step table of Kapanewon Ponjong', () => {
  it('gives the shipped rows and lanes from its text; the marks are lost, so the lanes of the rows are told as a guess', () => {
    const { steps, lanes: found, leftOut } = rowsOf({ html: '', text: source })
    expect(found).toEqual(lanes.map(({ name }) => name))
    expect(steps).toEqual(shipped)
    expect(leftOut).toEqual([])
    const read = readPaste({ html: '', text: source })
    expect(read.ok && read.pasted.steps.map(({ doubts }) => doubts)).toEqual(Array.from({ length: 5 }, () => ['lane-guessed']))
  })

  it.each(['word', 'excel', 'libreoffice', 'google'] as const)('gives them as %s copies it, with the marks', async (program) => {
    const { steps, lanes: found } = rowsOf({ html: copiedAs(program, source), text: '' })
    expect(found).toEqual(lanes.map(({ name }) => name))
    expect(steps).toEqual(shipped)
  })
})
