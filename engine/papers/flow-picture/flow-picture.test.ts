import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { StandardFile } from '#engine/definition/shipped.ts'
import type { Definition } from '#engine/index.ts'
import { sopPaper } from '#engine/papers/index.ts'
import { aDefinition, aLane, anEdge, anEnd, anOutcome, aReview, aStart, aTask } from '#test/builders/definition.ts'
import { aBranchedSop, anAgencyProfile, aPublication } from '#test/builders/papers.ts'
import { flowPictureSvg, flowPictureWords, layoutFlowPicture } from './index.ts'

const agencies = fileURLToPath(new URL('../../../definitions/agencies/', import.meta.url))
const paperOf = (definition: Definition) => sopPaper(definition, aPublication(), anAgencyProfile())
const draw = (definition: Definition) => layoutFlowPicture(paperOf(definition))

/** A clerk hands in, a head decides in one of three ways. */
const decided = aDefinition({
  lanes: [aLane('clerk', ['clerk'], { name: 'Petugas' }), aLane('head', ['head'], { name: 'Kepala' })],
  nodes: [
    aStart({ lane: 'clerk' }),
    aTask('hand-in', { lane: 'clerk', activity: 'Menyerahkan berkas' }),
    aReview('decide', ['accept', 'revise', 'reject'], {
      lane: 'head',
      activity: 'Memutuskan permohonan',
      outcomes: [
        anOutcome('accept', { label: 'Setuju' }),
        anOutcome('revise', { label: 'Perbaiki' }),
        anOutcome('reject', { label: 'Tolak' }),
      ],
    }),
    aTask('conclude', { lane: 'clerk', activity: 'Menyerahkan izin' }),
    anEnd('end', { lane: 'clerk' }),
    anEnd('refused', { lane: 'clerk', result: 'rejected' }),
  ],
  edges: [
    anEdge('start', 'hand-in'),
    anEdge('hand-in', 'decide'),
    anEdge('decide', 'conclude', { outcome: 'accept' }),
    anEdge('decide', 'hand-in', { outcome: 'revise' }),
    anEdge('decide', 'refused', { outcome: 'reject' }),
    anEdge('conclude', 'end'),
  ],
})

const sources = readdirSync(agencies, { recursive: true, encoding: 'utf8' }).filter((name) => /standards\/.*\.json$/.test(name))

describe('the picture of a flow', () => {
  it.each(sources)('of %s is drawn as approved', async (name) => {
    const { definition } = StandardFile.parse(JSON.parse(readFileSync(`${agencies}${name}`, 'utf8')))
    const svg = flowPictureSvg(draw(definition), flowPictureWords(paperOf(definition)))
    const golden = name.replace(/^.*\//, '').replace('.json', '.svg')
    await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(`../../../test/golden/flow-picture/${golden}`)
  })

  it('asks one question after the other where a step has three outcomes, and ends beside the main way', () => {
    const { symbols, labels } = draw(decided)
    expect(symbols.filter(({ row }) => row === 1).map(({ shape, words }) => [shape, words.what.join(' ')])).toEqual([
      ['diamond', 'Memutuskan permohonan'],
      ['diamond', 'Tolak?'],
      ['capsule', 'Selesai'],
    ])
    expect(labels.map(({ lines }) => lines.join(' '))).toEqual(['Perbaiki', 'Selain itu', 'Ya', 'Setuju'])
  })

  it('leads back at the left and over steps at the right', () => {
    const { arrows, width } = draw(decided)
    const acrossOf = (target: string) => arrows.find((arrow) => arrow.target === target)?.points.map(({ x }) => x) ?? []
    expect(Math.min(...acrossOf('0'))).toBeLessThan(width / 4)
    expect(Math.max(...acrossOf('end of 1 at 1 beside'))).toBeGreaterThan((width * 3) / 4)
  })

  it('names every lane of a step that is done together', () => {
    const said = draw(aBranchedSop()).symbols.map(({ words }) => words.who.join(' '))
    expect(said.find((words) => words.startsWith('4.'))).toMatch(/^4\. .+ dan .+ dan .+/)
  })

  it('is as wide as a phone, and empty without a step', () => {
    expect(draw(decided).width).toBe(320)
    const nothing = draw(aDefinition({ nodes: [], edges: [], lanes: [] }))
    expect([nothing.symbols, nothing.arrows]).toEqual([[], []])
  })

  it('says in words what it shows', () => {
    const svg = flowPictureSvg(draw(decided), flowPictureWords(paperOf(decided)))
    expect(svg).toContain('2. Kepala: Memutuskan permohonan. Setuju: lanjut ke no. 3.')
  })
})
