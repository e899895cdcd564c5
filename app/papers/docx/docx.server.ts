import { Document, Footer, ImageRun, Packer, PageNumber, PageOrientation, Paragraph, TabStopType, TextRun } from 'docx'
import { toBuffer as qrCode } from 'qrcode'
import type { EmblemFile } from '#app/papers/emblem-file.ts'
import type { PaperMeasures } from '#app/papers/measures.ts'
import { footOf } from '#app/papers/standing-words.ts'
import type { PaperLayout, Standing } from '#engine/papers/index.ts'
import { ListCount, numbering } from './lists.ts'
import type { DocxSection, DocxSetting } from './sections.ts'
import { perMm } from './tables.ts'
import { sizes } from './words.ts'

export type DocxPaper = {
  title: string
  /** The agency whose paper it is. */
  author: string
  standing: Standing
  /** Where a reader may check whether the paper is still in force. */
  address: string
  layout: PaperLayout
  emblem: EmblemFile | null
  sections: (setting: DocxSetting) => readonly DocxSection[]
}

/** Writes a paper as a document that word processors edit: real tables, lists that number themselves, heading styles. */
export async function docxOf({
  title,
  author,
  standing,
  address,
  layout,
  emblem,
  sections,
}: DocxPaper): Promise<Uint8Array<ArrayBuffer>> {
  const qr = await qrCode(address, { type: 'png', margin: 0, width: 160 })
  const run = { font: 'Arial', size: sizes.text }
  const document = new Document({
    title,
    creator: author,
    numbering,
    styles: {
      default: {
        document: { run },
        heading1: { run: { font: 'Arial', size: sizes.title, bold: true, color: '000000' } },
        heading2: { run: { font: 'Arial', size: sizes.heading, bold: true, color: '000000' } },
      },
    },
    sections: sections({ layout, emblem, count: new ListCount() }).map(({ paper, children }) => ({
      properties: { page: pageOf(paper) },
      footers: { default: footerOf(standing, address, qr, paper) },
      children: [...children],
    })),
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** The library turns a page that lies by itself: it takes the sizes of the upright one. */
function pageOf({ width, height, margins: { top, right, bottom, left } }: PaperMeasures) {
  const lies = width > height
  return {
    size: {
      width: twips(lies ? height : width),
      height: twips(lies ? width : height),
      orientation: lies ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) },
  }
}

const twips = (mm: number) => Math.round(mm * perMm)

function footerOf(standing: Standing, address: string, qr: Buffer, paper: PaperMeasures): Footer {
  const small = { size: 14 }
  const position = twips(paper.width - paper.margins.left - paper.margins.right)
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position }],
        children: [
          new ImageRun({
            type: 'png',
            data: qr,
            transformation: { width: 36, height: 36 },
            altText: { title: 'QR', description: address, name: 'qr' },
          }),
          new TextRun({ ...small, text: `  ${footOf(standing)}` }),
          new TextRun({ ...small, children: ['\tHalaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
      new Paragraph({ children: [new TextRun({ size: 12, text: `Sidik digital (SHA-256) ${standing.digest} · ${address}` })] }),
    ],
  })
}
