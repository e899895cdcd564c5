import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFullSop, aFullStandard, anAgencyProfile, aPublication } from '#test/builders/papers.ts'
import {
  boxKeys,
  columnGroups,
  columnKeys,
  componentTable,
  identityKeys,
  layoutMatrix,
  officialMatrix,
  PaperLayout,
  serviceSheet,
  sopPaper,
} from './index.ts'

const sopOf = (papers: object) => sopPaper(aFullSop(), aPublication(), anAgencyProfile({ papers }))

describe('papers of an agency that says nothing', () => {
  it('are laid out as the guidelines show them', () => {
    const { matrix, identity, boxes } = sopOf({})
    expect(matrix).toEqual(officialMatrix)
    expect(identity?.map(({ key }) => key)).toEqual(identityKeys)
    expect(boxes.map(({ key }) => key)).toEqual(boxKeys)
  })

  it('have margins of two centimetres on A4', () => {
    expect(PaperLayout.parse({}).decree).toEqual({ paper: 'A4', margins: { top: 20, right: 20, bottom: 20, left: 20 } })
  })
})

describe('an agency may', () => {
  it('order the identity block, and call its lines otherwise', () => {
    const identity = ['name', 'number', 'madeOn', 'revisedOn', 'effectiveOn', 'approvedBy']
    const rows = sopOf({ sop: { identity, identityNames: { effectiveOn: 'Tanggal Pengesahan' } } }).identity
    expect(rows?.map(({ name }) => name)).toEqual([
      ...['Nama SOP', 'Nomor SOP', 'Tanggal Pembuatan', 'Tanggal Revisi', 'Tanggal Pengesahan', 'Disahkan oleh'],
    ])
    expect(rows?.at(-1)?.value).toMatchObject({ name: 'ASHA WIDYA, S.Sos' })
  })

  it('order the boxes below it', () => {
    const boxes = ['warnings', 'records', 'legalBasis', 'qualifications', 'related', 'equipment']
    expect(sopOf({ sop: { boxes, boxNames: { records: 'Pencatatan' } } }).boxes.slice(0, 2)).toMatchObject([
      { key: 'warnings', heading: 'Peringatan' },
      { key: 'records', heading: 'Pencatatan' },
    ])
  })

  it('head the standard of quality with other words', () => {
    const { matrix } = sopOf({ matrix: { headings: { standard: 'Pendukung' } } })
    expect(columnGroups(matrix).find(({ kind }) => kind === 'standard')).toMatchObject({ heading: 'Pendukung' })
  })

  it('call a component otherwise where the standard does not say how', () => {
    const agency = anAgencyProfile({ papers: { components: { products: 'Hasil Pelayanan', serviceTime: 'Waktu' } } })
    const headings = serviceSheet(aFullStandard(), aPublication(), agency).sections.map(({ heading }) => heading)
    expect(headings.slice(2, 5)).toEqual(['Jangka Waktu Penyelesaian', expect.any(String), 'Hasil Pelayanan'])
    expect(componentTable(aFullStandard(), aPublication(), agency).groups[0]?.rows[4]?.heading).toBe('Hasil Pelayanan')
  })

  it('leave out the column of remarks, which is printed all the same where a step has one', () => {
    const columns = columnKeys.filter((key) => key !== 'remarks')
    expect(sopOf({ matrix: { columns } }).matrix.columns).toEqual([...columns, 'remarks'])
    const bare = aFullSop()
    const nodes = bare.flow.nodes.map((node) => ({ ...node, remark: undefined }))
    const sop = sopPaper(
      { ...bare, flow: { ...bare.flow, nodes } } as typeof bare,
      aPublication(),
      anAgencyProfile({ papers: { matrix: { columns } } }),
    )
    expect(sop.matrix.columns).toEqual(columns)
  })
})

describe('a layout is refused', () => {
  it.each([
    ['a column twice', { matrix: { columns: ['number', 'number', 'activity', 'lanes', 'requirements', 'time', 'output'] } }],
    ['a column of the guideline left out', { matrix: { columns: ['number', 'activity', 'lanes'] } }],
    ['a line of the identity block left out', { sop: { identity: ['number'] } }],
    ['a margin in which nothing can be printed', { decree: { margins: { left: 3 } } }],
    ['a paper that no office has', { decree: { paper: 'A9' } }],
  ])('with %s', (_, papers) => expect(PaperLayout.safeParse(papers).success).toBe(false))
})

describe('whatever the order of columns', () => {
  const order = fc.shuffledSubarray([...columnKeys], { minLength: columnKeys.length, maxLength: columnKeys.length })

  it('the drawn headings stand in that order, and every column has its own', () => {
    fc.assert(
      fc.property(order, fc.constantFrom('A4', 'F4'), (columns, paper) => {
        const sop = sopOf({ matrix: { columns, paper } })
        const [page] = layoutMatrix(sop, sop.matrix).pages
        const heads = columns.map((column) => {
          const words = column === 'lanes' ? 'Pelaksana' : officialMatrix.headings[column]
          return page?.texts.find(({ text }) => text === words)?.x ?? Number.NaN
        })
        expect(heads).toEqual([...heads].sort((a, b) => a - b))
      }),
    )
  })

  it('the table has each column once, the standard of quality together where nothing parts it', () => {
    fc.assert(
      fc.property(order, (columns) => {
        const groups = columnGroups({ columns, headings: officialMatrix.headings })
        const flat = groups.flatMap((group) =>
          group.kind === 'single' ? [group.column] : group.kind === 'lanes' ? ['lanes' as const] : group.columns,
        )
        expect(flat).toEqual(columns)
      }),
    )
  })
})
