import type { ServicePledge as Content } from '#engine/papers/index.ts'
import { Letterhead } from './letterhead.tsx'
import { PaperTitle } from './paper-title.tsx'
import { Signature } from './signature.tsx'
import { PaperFoot, StandingBanner } from './standing.tsx'

/** The maklumat pelayanan, as it hangs where people are served. */
export function ServicePledge({ pledge, replacementHref }: { pledge: Content; replacementHref?: string }) {
  const { standard, standing, signatory } = pledge
  return (
    <article className="paper paper--pledge" lang="id">
      <Letterhead content={pledge.letterhead} />
      <StandingBanner standing={standing} replacementHref={replacementHref} />
      <div className="pledge-head">
        <PaperTitle className="pledge-title">{pledge.title}</PaperTitle>
        <p className="pledge-unit">{pledge.unit}</p>
        <p>Standar Pelayanan {standard.title}</p>
      </div>
      <div className="pledge-words">
        <p>{pledge.opening}</p>
        <ol>
          {[...pledge.promises.entries()].map(([place, promise]) => (
            <li key={place}>{promise}</li>
          ))}
        </ol>
      </div>
      <p className="pledge-decree">
        Standar pelayanan ini ditetapkan dengan Keputusan {standard.office} Nomor {standard.number} tanggal {standard.signedOn}.
      </p>
      <div className="pledge-signing">
        <p>
          {pledge.place}, {pledge.signedOn}
        </p>
        <Signature signatory={signatory} office={signatory.title} />
      </div>
      <PaperFoot standing={standing} />
    </article>
  )
}
