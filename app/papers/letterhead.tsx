import type { Letterhead as Content } from '#engine/papers/index.ts'

/** The head of a paper: government, agency, how to reach it, and the double rule. */
export function Letterhead({ content }: { content: Content }) {
  return (
    <header className="letterhead">
      <p className="letterhead__government">{content.government}</p>
      <p className="letterhead__name">{content.name}</p>
      {[...content.lines.entries()].map(([place, line]) => (
        <p className="letterhead__line" key={place}>
          {line}
        </p>
      ))}
    </header>
  )
}
