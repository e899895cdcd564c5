import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { componentTable, decreePaper, servicePledge, serviceSheet, sopPaper } from '#engine/papers/index.ts'
import { aDefinition } from '#test/builders/definition.ts'
import {
  aBranchedSop,
  aFullSop,
  aFullStandard,
  anAgencyProfile,
  anUnsetPublication,
  aPublication,
  aReplacedPublication,
  aSopWithOneTime,
} from '#test/builders/papers.ts'
import { ComponentAttachment, ComponentTable } from './component-table.tsx'
import { DecreePaper } from './decree-paper.tsx'
import { ServicePledge } from './service-pledge.tsx'
import { ServiceSheet } from './service-sheet.tsx'
import { SopPaper } from './sop-paper.tsx'

const agency = anAgencyProfile()
const longTitle = `Peminjaman ${'Ruang Baca dan Ruang Pertemuan '.repeat(6)}`.trim()
const empty = aDefinition({ title: 'Standar kosong', kind: 'sop', nodes: [], edges: [], lanes: [], sop: {} })
const inForce = aPublication()

function decree(definition = aFullStandard(), publication = inForce): ReactElement {
  const content = decreePaper(definition, publication, agency)
  if (!content) throw new Error('the definition holds no decree text')
  const table = componentTable(definition, publication, agency)
  return <DecreePaper decree={content} attachments={[<ComponentAttachment table={table} key="table" />]} />
}

function pledge(publication = inForce): ReactElement {
  const content = servicePledge(aFullStandard(), publication, agency)
  if (!content) throw new Error('the standard is not set')
  return <ServicePledge pledge={content} replacementHref="/standar/dispus/ruang" />
}

const papers: Record<string, ReactElement> = {
  'sheet-in-force': <ServiceSheet sheet={serviceSheet(aFullStandard(), inForce, agency)} />,
  'sheet-not-set': <ServiceSheet sheet={serviceSheet(aFullStandard(), anUnsetPublication(), agency)} />,
  'sheet-superseded': (
    <ServiceSheet sheet={serviceSheet(aFullStandard(), aReplacedPublication(), agency)} replacementHref="/standar/dispus/ruang" />
  ),
  'sheet-long-title': <ServiceSheet sheet={serviceSheet(aFullStandard(longTitle), inForce, agency)} />,
  'sheet-empty': <ServiceSheet sheet={serviceSheet(empty, inForce, agency)} />,
  'table-in-force': <ComponentTable table={componentTable(aFullStandard(), inForce, agency)} />,
  'table-empty': <ComponentTable table={componentTable(empty, anUnsetPublication(), agency)} />,
  'sop-in-force': <SopPaper sop={sopPaper(aFullSop(), inForce, agency)} />,
  'sop-of-a-service': <SopPaper sop={sopPaper(aFullStandard(), inForce, agency)} />,
  'sop-with-branches': <SopPaper sop={sopPaper(aBranchedSop(), inForce, agency)} />,
  'sop-with-one-time': <SopPaper sop={sopPaper(aSopWithOneTime(), inForce, agency)} />,
  'sop-empty-boxes': <SopPaper sop={sopPaper(empty, anUnsetPublication(), agency)} />,
  'decree-in-force': decree(),
  'pledge-in-force': pledge(),
  'pledge-superseded': pledge(aReplacedPublication()),
  'decree-not-set': decree(aFullStandard(), anUnsetPublication()),
}

describe('papers', () => {
  it.each(Object.entries(papers))('%s reads as approved', async (name, paper) => {
    const html = renderToStaticMarkup(paper).replaceAll('><', '>\n<')
    await expect(`${html}\n`).toMatchFileSnapshot(`../../test/golden/papers/${name}.html`)
  })

  it('shows what has no decree under a plain banner, and what is in force under none', () => {
    const text = (name: string) => renderToStaticMarkup(papers[name] as ReactElement)
    expect(text('sheet-not-set')).toContain('Belum ditetapkan')
    expect(text('sheet-in-force')).not.toContain('paper-banner')
  })

  it('P4: names the decree that took the place of a superseded sheet', () => {
    const html = renderToStaticMarkup(papers['sheet-superseded'] as ReactElement)
    expect(html).toContain('<a href="/standar/dispus/ruang">SK Nomor 12 /TAHUN 2027</a> tanggal 4 Januari 2027')
  })

  it('draws words that look like HTML as words', () => {
    const html = renderToStaticMarkup(
      <ServiceSheet sheet={serviceSheet(aFullStandard('<script>alert(1)</script>'), inForce, agency)} />,
    )
    expect(html).not.toContain('<script')
  })
})
