import { type SopPaper as Content, printNip, type SopIdentity } from '#engine/papers/index.ts'
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
      {sop.identity && <Identity identity={sop.identity} />}
      {sop.boxes.length > 0 && (
        <div className="sop-boxes">
          {sop.boxes.map((box) => (
            <section className="sop-box" key={box.heading}>
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

function Identity({ identity }: { identity: SopIdentity }) {
  const rows: readonly [string, string][] = [
    ['Nomor SOP', identity.number],
    ['Tanggal Pembuatan', identity.madeOn],
    ['Tanggal Revisi', identity.revisedOn],
    ['Tanggal Efektif', identity.effectiveOn],
  ]
  return (
    <dl className="sop-identity">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || '–'}</dd>
        </div>
      ))}
      <div>
        <dt>Disahkan oleh</dt>
        <dd>{identity.signatory ? <Approver signatory={identity.signatory} /> : '–'}</dd>
      </div>
      <div>
        <dt>Nama SOP</dt>
        <dd className="sop-identity__name">{identity.name}</dd>
      </div>
    </dl>
  )
}

function Approver({ signatory }: { signatory: NonNullable<SopIdentity['signatory']> }) {
  return (
    <>
      <span className="sop-identity__line">{signatory.title}</span>
      <b className="sop-identity__line">{signatory.name}</b>
      {signatory.rank && <span className="sop-identity__line">{signatory.rank}</span>}
      {signatory.nip && <span className="sop-identity__line">NIP. {printNip(signatory.nip)}</span>}
    </>
  )
}
