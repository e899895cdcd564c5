import type { ServiceSheet as Content } from '#engine/papers/index.ts'
import { Blocks } from './blocks.tsx'
import { Letterhead } from './letterhead.tsx'
import { OverviewPicture } from './overview-picture.tsx'
import { PaperTitle } from './paper-title.tsx'
import { DecreeLine, PaperFoot, StandingBanner } from './standing.tsx'

/** The sheet that the public reads. Indonesian whatever the reader's language is. */
export function ServiceSheet({ sheet, replacementHref }: { sheet: Content; replacementHref?: string }) {
  return (
    <article className="paper paper--sheet" lang="id">
      <Letterhead content={sheet.letterhead} />
      <StandingBanner standing={sheet.standing} replacementHref={replacementHref} />
      <div className="paper-title-block">
        <p className="paper-kind">Standar Pelayanan</p>
        <PaperTitle className="paper-title">{sheet.title}</PaperTitle>
        {sheet.summary && <p className="paper-summary">{sheet.summary}</p>}
        {sheet.unit && <p className="paper-unit">{sheet.unit}</p>}
        <DecreeLine standing={sheet.standing} />
      </div>
      <div className="sheet-sections">
        {sheet.sections.map((section) => (
          <section className="sheet-section" key={section.key} aria-labelledby={`komponen-${section.key}`}>
            <h2 id={`komponen-${section.key}`}>
              <span className="sheet-section__number">{section.number}</span>
              {section.heading}
            </h2>
            {section.key === 'procedure' && sheet.overview ? (
              <div>
                <Blocks blocks={section.blocks} />
                <OverviewPicture overview={sheet.overview} title={sheet.title} />
              </div>
            ) : (
              <Blocks blocks={section.blocks} />
            )}
          </section>
        ))}
      </div>
      <PaperFoot standing={sheet.standing} />
    </article>
  )
}
