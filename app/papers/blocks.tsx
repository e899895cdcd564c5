import type { Block, ListStyle, PaperItem } from '#engine/papers/index.ts'

const listTypes = { letter: 'a', number: '1' } as const

/** The text of a line with its linked part made a link. */
function Line({ item }: { item: PaperItem }) {
  const { text, link } = item
  if (!link) return <>{text}</>
  const start = text.indexOf(link.at)
  return (
    <>
      {text.slice(0, start)}
      <a href={link.href}>{link.at}</a>
      {text.slice(start + link.at.length)}
    </>
  )
}

function Items({ style, items }: { style: ListStyle; items: readonly PaperItem[] }) {
  if (style === 'plain') {
    return (
      <>
        {[...items.entries()].map(([place, item]) => (
          <p key={place}>
            <Line item={item} />
            {item.sub && <Items style="bullet" items={item.sub} />}
          </p>
        ))}
      </>
    )
  }
  const lines = [...items.entries()].map(([place, item]) => (
    <li key={place}>
      <Line item={item} />
      {item.sub && <Items style="bullet" items={item.sub} />}
    </li>
  ))
  return style === 'bullet' ? <ul>{lines}</ul> : <ol type={listTypes[style]}>{lines}</ol>
}

/** What a part of a paper says; a dash where it says nothing. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  if (blocks.length === 0) return <p className="paper-empty">–</p>
  return (
    <div className="paper-blocks">
      {[...blocks.entries()].map(([place, block]) => (
        <div className="paper-block" key={place}>
          {block.heading && <p className="paper-block__heading">{block.heading}:</p>}
          <Items style={block.style} items={block.items} />
        </div>
      ))}
    </div>
  )
}

/** Lines as a marked list; one line alone stands unmarked. */
export function Lines({ style, lines }: { style: Exclude<ListStyle, 'plain'>; lines: readonly string[] }) {
  return <Items style={lines.length > 1 ? style : 'plain'} items={lines.map((text) => ({ text }))} />
}
