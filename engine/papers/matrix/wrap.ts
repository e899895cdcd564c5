import { widthOf } from './letter-widths.ts'

/** A text broken into lines no wider than `width` (mm); a word that is wider by itself is broken inside. */
export function wrap(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of wordsOf(text)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer, size, bold) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = broken(word, width, size, bold)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return line === '' ? lines : [...lines, line]
}

/** The width (mm) of the longest word, up to `most`. */
export function longestWord(text: string, size: number, most: number, bold = false): number {
  return Math.min(most, Math.max(0, ...wordsOf(text).map((word) => widthOf(word, size, bold))))
}

/** Marks that would turn the direction of what stands beside them are not drawn. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

const wordsOf = (text: string): string[] =>
  text
    .replaceAll(turning, '')
    .split(/\s+/u)
    .filter((word) => word !== '')

/** A word in pieces that fit: after a slash or hyphen where it has one, else anywhere between letters. */
function broken(word: string, width: number, size: number, bold: boolean): string[] {
  if (widthOf(word, size, bold) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const part of partsOf(word, width, size, bold)) {
    if (piece !== '' && widthOf(piece + part, size, bold) > width) {
      pieces.push(piece)
      piece = part
    } else {
      piece += part
    }
  }
  return [...pieces, piece]
}

function partsOf(word: string, width: number, size: number, bold: boolean): string[] {
  return word
    .split(/(?<=[/\-_.])/u)
    .flatMap((part) => (widthOf(part, size, bold) <= width ? [part] : [...graphemes.segment(part)].map(({ segment }) => segment)))
}

const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })
