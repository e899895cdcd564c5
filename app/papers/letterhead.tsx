import type { Letterhead as Content } from '#engine/papers/index.ts'

/** The head of a paper: emblem, government, agency, how to reach it, and the double rule. */
export function Letterhead({ content }: { content: Content }) {
  const { emblem, government, name, lines } = content
  return (
    <header className="letterhead">
      {emblem && (
        <img
          className="letterhead__emblem"
          src={`/lambang/${emblem.sha256}`}
          width={emblem.width}
          height={emblem.height}
          alt=""
        />
      )}
      <div className="letterhead__words">
        <p className="letterhead__government">{government}</p>
        <p className="letterhead__name">{name}</p>
        {[...lines.entries()].map(([place, line]) => (
          <p className="letterhead__line" key={place}>
            {line}
          </p>
        ))}
      </div>
    </header>
  )
}
