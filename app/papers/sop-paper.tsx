import { type SopPaper as Content, type IdentityRow, printNip, type Signatory } from '#engine/papers/index.ts'
import { Blocks } from './blocks.tsx'
import { Letterhead } from './letterhead.tsx'
import { PaperTitle } from './paper-title.tsx'
import { Steps } from './sop-steps.tsx'
import { DecreeLine, PaperFoot, StandingBanner } from './standing.tsx'

/** The SOP: identity page where the standard has one, then the table of steps. */
export function SopPaper({ sop, replacementHref }: { sop: Content; replacementHref?: string }) {
  return (
    <article className="paper paper--sop" lang="id">
      <Letterhead content={sop.letterhead} />
      <StandingBanner standing={sop.standing} replacementHref={replacementHref} />
      <div className="paper-title-block paper-title-block--centred">
        <PaperTitle className="paper-title">
          <span className="paper-kind">Standar Operasional Prosedur</span> {sop.title}
        </PaperTitle>
        {!sop.identity && <DecreeLine standing={sop.standing} />}
      </div>
      {sop.identity && <Identity rows={sop.identity} />}
      {sop.boxes.length > 0 && (
        <div className="sop-boxes">
          {sop.boxes.map((box) => (
            <section className="sop-box" key={box.key}>
              <h2>{box.heading}</h2>
              <Blocks blocks={box.blocks} />
            </section>
          ))}
        </div>
      )}
      <Steps sop={sop} />
      <PaperFoot standing={sop.standing} />
    </article>
  )
}

function Identity({ rows }: { rows: readonly IdentityRow[] }) {
  return (
    <dl className="sop-identity">
      {rows.map((row) => (
        <div key={row.key}>
          <dt>{row.name}</dt>
          <dd className={row.key === 'name' ? 'sop-identity__name' : undefined}>
            {row.key !== 'approvedBy' ? row.value || '–' : row.value ? <Approver signatory={row.value} /> : '–'}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Approver({ signatory }: { signatory: Signatory }) {
  return (
    <>
      <span className="sop-identity__line">{signatory.title}</span>
      <b className="sop-identity__line">{signatory.name}</b>
      {signatory.rank && <span className="sop-identity__line">{signatory.rank}</span>}
      {signatory.nip && <span className="sop-identity__line">NIP. {printNip(signatory.nip)}</span>}
    </>
  )
}
