import {
  AlignmentType,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { EmblemFile } from '#app/papers/emblem-file.ts'
import type { Block, Letterhead, ListStyle, PaperItem } from '#engine/papers/index.ts'
import type { ListCount } from './lists.ts'

/** Sizes are half points, as the format counts them. */
export const sizes = { text: 21, small: 17, heading: 23, title: 30, office: 30, government: 26 } as const
export const blank = '………………………'

const none = { style: 'none', size: 0, color: 'auto' } as const
export const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

export const paragraph = (text: string, options: IParagraphOptions = {}, size?: number): Paragraph =>
  new Paragraph({ spacing: { after: 80 }, ...options, children: [new TextRun({ text, ...(size ? { size } : {}) })] })

export const bold = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { after: 80 }, ...options, children: [new TextRun({ text, bold: true })] })

export const centred = (text: string, run: { bold?: boolean; size?: number } = {}): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 40 }, children: [new TextRun({ text, ...run })] })

export const heading = (level: 1 | 2, text: string, options: IParagraphOptions = {}, size?: number): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    spacing: { before: 160, after: 80 },
    keepNext: true,
    ...options,
    children: [new TextRun({ text, ...(size ? { size } : {}) })],
  })

/** The head of a paper, the emblem at its left where the agency has one, with the double rule below. */
export function letterhead(head: Letterhead, emblem: EmblemFile | null): (Paragraph | Table)[] {
  const rule = { bottom: { style: 'double', size: 12, color: '000000', space: 1 } } as const
  const ruled = new Paragraph({ border: rule, spacing: { after: 200 }, children: [] })
  return [...(emblem ? [besideEmblem(emblem, office(head))] : office(head)), ruled]
}

function besideEmblem(emblem: EmblemFile, words: readonly Paragraph[]): Table {
  const column = (size: number, children: readonly Paragraph[]) =>
    new TableCell({
      width: { size, type: WidthType.PERCENTAGE },
      verticalAlign: VerticalAlign.CENTER,
      children: children.length > 0 ? [...children] : [paragraph('')],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: noBorders,
    rows: [new TableRow({ children: [column(14, emblemAlone(emblem)), column(72, words), column(14, [])] })],
  })
}

const emblemBox = 72
/** The emblem in the middle of its line, within a square of 72 points, or nothing. */
export function emblemAlone(emblem: EmblemFile | null): Paragraph[] {
  if (!emblem) return []
  const factor = emblemBox / Math.max(emblem.width, emblem.height)
  const picture = new ImageRun({
    type: emblem.mediaType === 'image/png' ? 'png' : 'jpg',
    data: emblem.bytes,
    transformation: { width: Math.round(emblem.width * factor), height: Math.round(emblem.height * factor) },
    altText: { title: 'Lambang', description: 'Lambang', name: 'lambang' },
  })
  return [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 60 }, children: [picture] })]
}

/** The government, the agency and how to reach it, without the rule below. */
export function office({ government, name, lines }: Letterhead): Paragraph[] {
  return [
    centred(government.toUpperCase(), { size: sizes.government }),
    centred(name.toUpperCase(), { size: sizes.office, bold: true }),
    ...lines.map((line) => centred(line, { size: sizes.small })),
  ]
}

export function banner(words: { title: string; text: string } | null): Paragraph[] {
  if (words === null) return []
  const edge = { style: 'single', size: 8, color: '000000', space: 4 } as const
  return [
    new Paragraph({
      border: { top: edge, bottom: edge, left: edge, right: edge },
      spacing: { after: 160 },
      children: [new TextRun({ text: `${words.title} `, bold: true }), new TextRun({ text: words.text })],
    }),
  ]
}

export function facts(all: readonly { name: string; value: string }[], options: IParagraphOptions = {}): Paragraph {
  const runs = all.flatMap(({ name, value }, index) => [
    new TextRun({ text: `${index === 0 ? '' : '    '}${name}: `, size: sizes.small }),
    new TextRun({ text: value, bold: true, size: sizes.small }),
  ])
  return new Paragraph({ spacing: { after: 200 }, ...options, children: runs })
}

/** The blocks of a component, with lists that number themselves; a dash where nothing is said. */
export function blocks(all: readonly Block[], count: ListCount): Paragraph[] {
  if (all.length === 0) return [paragraph('–')]
  return all.flatMap(({ heading: name, style, items }) => [
    ...(name ? [bold(name, { keepNext: true })] : []),
    ...lines(style, items, count),
  ])
}

export function lines(style: ListStyle, items: readonly PaperItem[], count: ListCount, size?: number): Paragraph[] {
  const instance = count.next()
  return items.flatMap((item) => [
    new Paragraph({ spacing: { after: 60 }, ...listed(style, 0, instance), children: runsOf(item, size) }),
    ...(item.sub ?? []).map(
      (sub) =>
        new Paragraph({
          spacing: { after: 60 },
          ...listed('bullet', style === 'plain' ? 0 : 1, instance),
          children: runsOf(sub, size),
        }),
    ),
  ])
}

const listed = (style: ListStyle, level: number, instance: number): IParagraphOptions =>
  style === 'plain' ? {} : { numbering: { reference: style, level, instance } }

/** The text of a line with its linked part made a link. */
function runsOf({ text, link }: PaperItem, size?: number): ParagraphChild[] {
  if (!link) return [new TextRun({ text, ...(size ? { size } : {}) })]
  const start = text.indexOf(link.at)
  return [
    new TextRun({ text: text.slice(0, start) }),
    new ExternalHyperlink({ link: link.href, children: [new TextRun({ text: link.at, style: 'Hyperlink' })] }),
    new TextRun({ text: text.slice(start + link.at.length) }),
  ]
}

export const asItems = (texts: readonly string[]): PaperItem[] => texts.map((text) => ({ text }))
