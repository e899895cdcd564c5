import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx'

/** Lists that a word processor numbers itself: letters, numbers and bullets. */
export const listStyles = ['letter', 'number', 'bullet'] as const
export type DocxList = (typeof listStyles)[number]

const formats = { letter: LevelFormat.LOWER_LETTER, number: LevelFormat.DECIMAL, bullet: LevelFormat.BULLET } as const
const marks = { letter: '%1.', number: '%1.', bullet: '•' } as const
/** Indents in twentieths of a point. */
const indent = { left: 360, hanging: 360 }

export const numbering: INumberingOptions = {
  config: listStyles.map((style) => ({
    reference: style,
    levels: [0, 1].map((level) => ({
      level,
      format: level === 0 ? formats[style] : LevelFormat.BULLET,
      text: level === 0 ? marks[style] : '•',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: indent.left * (level + 1), hanging: indent.hanging } } },
    })),
  })),
}

/** Each list of a document begins its count anew. */
export class ListCount {
  private count = 0
  next(): number {
    this.count += 1
    return this.count
  }
}
