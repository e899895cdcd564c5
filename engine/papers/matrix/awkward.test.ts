import { describe, expect, it } from 'vitest'
import { aPaperOf, awkward } from '#test/engine/awkward-matrices.ts'
import { keepsItsPromises } from '#test/engine/matrix-promises.ts'
import { layoutMatrix, matrixSvg, officialMatrix } from './index.ts'

const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

describe('a matrix that is hard to lay out', () => {
  it.each(Object.entries(awkward))('of %s keeps all promises and looks as approved', async (name, paper) => {
    const drawing = layoutMatrix(paper, officialMatrix)
    keepsItsPromises(drawing, paper)
    const words = { title: name, description: 'Langkah' }
    const svg = drawing.pages.map((page) => matrixSvg(drawing, page, words).replaceAll('><', '>\n<'))
    const file = `awkward-${name.replaceAll(' ', '-')}.svg`
    await expect(`${svg.join('\n')}\n`).toMatchFileSnapshot(`../../../test/golden/matrix/${file}`)
  })

  it('of a hundred and twenty steps keeps all promises on as many pages as they need', () => {
    const paper = aPaperOf(
      ['Pemohon', 'Petugas Loket', 'Analis Perizinan', 'Kepala Dinas'],
      Array.from({ length: 120 }, (_, index) => ({
        lanes: [index % 4],
        activity: `Langkah ${index + 1}`,
        ways: { 10: [{ to: 4 }], 35: [{ to: 60 }], 77: [{ to: 12 }], 100: [{ to: null }], 118: [{ to: 90 }] }[index + 1] ?? [],
      })),
    )
    const drawing = layoutMatrix(paper, officialMatrix)
    keepsItsPromises(drawing, paper)
    expect(drawing.pages.map(({ count }) => count).reduce((sum, count) => sum + count)).toBe(120)
    expect(Math.min(...drawing.pages.slice(0, -1).map(({ count }) => count))).toBeGreaterThan(6)
  })

  it('of far more arrows than anybody could read keeps all promises', () => {
    const names = Array.from({ length: 20 }, (_, index) => `Pejabat ${index + 1}`)
    const paper = aPaperOf(
      names,
      Array.from({ length: 24 }, (_, index) => ({
        lanes: [(index * 7) % names.length],
        activity: 'Memeriksa',
        ways: [5, 11, 17].map((step) => ({ to: 1 + ((index * step + step) % 24) })),
      })),
    )
    keepsItsPromises(layoutMatrix(paper, officialMatrix), paper)
  })

  it('of a row higher than a page is drawn smaller until the row fits', () => {
    const sentence = 'Menerima berkas permohonan beserta seluruh persyaratannya. '
    const paper = aPaperOf(['Petugas Loket'], [{ lanes: [0], activity: 'Menerima berkas', remarks: [sentence.repeat(100)] }])
    const drawing = layoutMatrix(paper, officialMatrix)
    keepsItsPromises(drawing, paper)
    expect(drawing.height).toBeGreaterThan(drawing.paper.height)
  })

  it('of names with marks that turn their line is drawn without the marks', () => {
    const paper = awkward['letters that turn lines or are pictures']
    const drawing = paper && layoutMatrix(paper, officialMatrix)
    const texts = drawing?.pages.flatMap((page) => [
      ...page.texts.map(({ text }) => text),
      ...page.labels.flatMap(({ lines }) => lines),
    ])
    expect(texts).toEqual(expect.arrayContaining(['Kepala Dinas', 'Memeriksa berkas lengkap', 'Tidak ✅']))
    expect(texts?.some((text) => turning.test(text))).toBe(false)
  })
})
