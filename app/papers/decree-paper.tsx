import type { ReactNode } from 'react'
import { type DecreePaper as Content, romanNumeral } from '#engine/papers/index.ts'
import { Lines } from './blocks.tsx'
import { Letterhead } from './letterhead.tsx'
import { PaperTitle } from './paper-title.tsx'
import { Signature } from './signature.tsx'
import { PaperFoot, StandingBanner } from './standing.tsx'

const blank = '………………………'

/** The decree with its lampiran (the papers that it sets) as children, one each. */
export function DecreePaper(props: { decree: Content; replacementHref?: string; attachments?: readonly ReactNode[] }) {
  const { decree, replacementHref, attachments = [] } = props
  return (
    <article className="paper paper--decree" lang="id">
      <Letterhead content={decree.letterhead} />
      <StandingBanner standing={decree.standing} replacementHref={replacementHref} />
      <PaperTitle className="decree-title">
        <span>Keputusan {decree.office ?? blank}</span> <span>Nomor : {decree.number ?? blank}</span>{' '}
        <span className="decree-title__about-word">tentang</span> <span>{decree.about}</span>
      </PaperTitle>
      <p className="decree-office">{decree.office ?? blank},</p>
      <Considerations decree={decree} />
      <h2 className="decree-decides">
        <span className="visually-hidden">Memutuskan:</span>
        <span aria-hidden="true">M E M U T U S K A N :</span>
      </h2>
      <dl className="decree-parts">
        <DecreePart name="Menetapkan">
          <p>{decree.decides}</p>
        </DecreePart>
        {decree.dictums.map(({ ordinal, text }) => (
          <DecreePart name={ordinal} key={ordinal}>
            <p>{text}</p>
          </DecreePart>
        ))}
      </dl>
      <DecreeFoot decree={decree} />
      {attachments.map((attachment, index) => (
        <Attachment decree={decree} number={index + 1} key={romanNumeral(index + 1)}>
          {attachment}
        </Attachment>
      ))}
      <PaperFoot standing={decree.standing} />
    </article>
  )
}

function Considerations({ decree }: { decree: Content }) {
  return (
    <dl className="decree-parts">
      <DecreePart name="Menimbang">
        <Lines style="letter" lines={decree.considering} />
      </DecreePart>
      {decree.recalling.length > 0 && (
        <DecreePart name="Mengingat">
          <Lines style="number" lines={decree.recalling} />
        </DecreePart>
      )}
    </dl>
  )
}

function DecreePart({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="decree-part">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function DecreeFoot({ decree }: { decree: Content }) {
  return (
    <>
      <div className="decree-signing">
        <dl className="decree-place">
          <div>
            <dt>Ditetapkan di</dt>
            <dd>{decree.place}</dd>
          </div>
          <div>
            <dt>pada tanggal</dt>
            <dd>{decree.signedOn ?? blank}</dd>
          </div>
        </dl>
        <Signature signatory={decree.signatory} office={decree.office} />
      </div>
      {decree.copies.length > 0 && (
        <section className="decree-copies">
          <h2>Tembusan, Yth. :</h2>
          <Lines style="number" lines={decree.copies} />
        </section>
      )}
    </>
  )
}

function Attachment({ decree, number, children }: { decree: Content; number: number; children: ReactNode }) {
  return (
    <section className="decree-attachment">
      <div className="decree-attachment__head">
        <h2>Lampiran {romanNumeral(number)}</h2>
        <p>Keputusan {decree.office ?? blank}</p>
        <dl>
          <div>
            <dt>Nomor</dt>
            <dd>{decree.number ?? blank}</dd>
          </div>
          <div>
            <dt>Tentang</dt>
            <dd>{decree.about}</dd>
          </div>
        </dl>
      </div>
      {children}
      <div className="decree-signing">
        <Signature signatory={decree.signatory} office={decree.office} />
      </div>
    </section>
  )
}
