import type { Block, ListStyle, PaperItem } from './block.ts'
import { listLetter } from './ordinals.ts'

/** Blocks as plain text, one line an item, with the marks that a renderer would draw; ready for a field that knows no lists. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map((block, at) => (at > 0 && block.heading ? '\n' : '') + blockText(block)).join('\n')
}

function blockText({ heading, style, items }: Block): string {
  const lines = items.flatMap((item, at) => itemLines(item, mark(style, at)))
  return [...(heading === undefined ? [] : [`${heading}:`]), ...lines].join('\n')
}

function itemLines({ text, sub = [] }: PaperItem, own: string): string[] {
  return [own + text, ...sub.map((item) => `   - ${item.text}`)]
}

function mark(style: ListStyle, at: number): string {
  switch (style) {
    case 'plain':
      return ''
    case 'letter':
      return `${listLetter(at + 1)}. `
    case 'number':
      return `${at + 1}. `
    case 'bullet':
      return '- '
  }
}
