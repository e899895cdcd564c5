import type { Standing } from '#engine/papers/index.ts'
import { bannerOf, factsOf, footOf } from './standing-words.ts'

/** What a reader must know before reading on; `replacementHref` leads to what is in force now (P4). */
export function StandingBanner({ standing, replacementHref }: { standing: Standing; replacementHref?: string }) {
  const banner = bannerOf(standing)
  if (banner === null) return <ErratumNote standing={standing} />
  const { title, text, by, end } = banner
  const waits = standing.kind === 'not-set' || standing.kind === 'not-yet'
  return (
    <aside className={`paper-banner paper-banner--${waits ? 'not-set' : 'ended'}`} aria-label="Status">
      <p className="paper-banner__title">{title}</p>
      <p>
        {text}
        {by && (replacementHref ? <a href={replacementHref}>{by}</a> : <b>{by}</b>)}
        {end}
      </p>
    </aside>
  )
}

/** What a version corrects under the number of its decree: the erratum (ralat), sentence by sentence. */
function ErratumNote({ standing }: { standing: Standing }) {
  const { erratum } = standing
  if (erratum === null) return null
  return (
    <aside className="paper-banner paper-banner--not-set" aria-label="Ralat">
      <p className="paper-banner__title">Diralat tanggal {erratum.on}</p>
      <ul>
        {erratum.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </aside>
  )
}

/** Number, date and effect of the decree in one line, as the head of a sheet shows them. */
export function DecreeLine({ standing }: { standing: Standing }) {
  return (
    <dl className="decree-line">
      {factsOf(standing).map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Version and digest, by which a printed paper is compared with the one that was set. */
export function PaperFoot({ standing }: { standing: Standing }) {
  return (
    <footer className="paper-foot">
      <p>{footOf(standing)}</p>
      <p>
        Sidik digital (SHA-256) <code>{standing.digest}</code>
      </p>
    </footer>
  )
}
