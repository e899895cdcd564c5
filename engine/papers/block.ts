/** A place inside a line that leads somewhere: `at` is the exact part of the text that is linked. */
export type PaperLink = { at: string; href: string }

export type PaperItem = { text: string; link?: PaperLink; sub?: readonly PaperItem[] }

/** How the items of a block are marked. Marks are always generated from this, never part of the text. */
export type ListStyle = 'plain' | 'letter' | 'number' | 'bullet'

/** A run of lines on a paper, with a small heading where it needs one. Every renderer draws papers from these. */
export type Block = { heading?: string; style: ListStyle; items: readonly PaperItem[] }

/** Lines as a block; a single line stands unmarked. No lines give no block. */
export function linesAs(style: ListStyle, lines: readonly string[], heading?: string): Block[] {
  if (lines.length === 0) return []
  const items = lines.map((text) => ({ text }))
  return [{ ...(heading === undefined ? {} : { heading }), style: lines.length === 1 ? 'plain' : style, items }]
}
