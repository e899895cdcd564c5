import { Document, Footer, ImageRun, Packer, PageNumber, PageOrientation, Paragraph, TabStopType, TextRun } from 'docx'
import { toBuffer as qrCode } from 'qrcode'
import type { Standing } from '#engine/papers/index.ts'
import { ListCount, numbering } from './lists.ts'
import type { DocxSection } from './sections.ts'
import { sizes } from './words.ts'

export type DocxPaper = {
  title: string
  /** The agency whose paper it is. */
  author: string
  standing: Standing
  /** Where a reader may check whether the paper is still in force. */
  address: string
  sections: (count: ListCount) => readonly DocxSection[]
}

/** Twentieths of a point: A4 and its margins. */
const a4 = { width: 11906, height: 16838 }
const margin = { top: 1134, right: 1134, bottom: 1134, left: 1134 }

/** Writes a paper as a document that word processors edit: real tables, lists that number themselves, heading styles. */
export async function docxOf({ title, author, standing, address, sections }: DocxPaper): Promise<Uint8Array<ArrayBuffer>> {
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
    sections: sections(new ListCount()).map(({ landscape, children }) => ({
      properties: {
        page: {
          size: { ...a4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
          margin,
        },
      },
      footers: { default: footerOf(standing, address, qr, landscape) },
      children: [...children],
    })),
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function footerOf(standing: Standing, address: string, qr: Buffer, landscape: boolean): Footer {
  const small = { size: 14 }
  const position = (landscape ? a4.height : a4.width) - margin.left - margin.right
  const number = standing.number ? ` · Nomor ${standing.number}` : ''
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
          new TextRun({ ...small, text: `  Versi ${standing.version}${number}` }),
          new TextRun({ ...small, children: ['\tHalaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
      new Paragraph({ children: [new TextRun({ size: 12, text: `Sidik digital (SHA-256) ${standing.digest} · ${address}` })] }),
    ],
  })
}
