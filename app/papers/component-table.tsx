import type { ComponentTable as Content } from '#engine/papers/index.ts'
import { Blocks } from './blocks.tsx'
import { Letterhead } from './letterhead.tsx'
import { PaperTitle } from './paper-title.tsx'
import { DecreeLine, PaperFoot, StandingBanner } from './standing.tsx'

/** The 14 components as a paper of their own. */
export function ComponentTable({ table, replacementHref }: { table: Content; replacementHref?: string }) {
  const { ordinal, title, standing } = table
  return (
    <article className="paper paper--table" lang="id">
      <Letterhead content={table.letterhead} />
      <StandingBanner standing={standing} replacementHref={replacementHref} />
      <div className="paper-title-block paper-title-block--centred">
        <PaperTitle className="paper-title">
          <span className="paper-kind">{ordinal ? `${ordinal}. Standar Pelayanan` : 'Standar Pelayanan'}</span> {title}
        </PaperTitle>
        <DecreeLine standing={standing} />
      </div>
      <ComponentRows table={table} />
      <PaperFoot standing={standing} />
    </article>
  )
}

/** The table alone, as the lampiran of a decree holds it too. */
function ComponentRows({ table }: { table: Content }) {
  return (
    <table className="component-table">
      <caption>Standar {table.title}</caption>
      <thead>
        <tr>
          <th scope="col">No</th>
          <th scope="col">Komponen</th>
          <th scope="col">Uraian</th>
        </tr>
      </thead>
      {table.groups.map((group) => (
        <tbody key={group.name}>
          <tr className="component-table__group">
            <th scope="rowgroup" colSpan={3}>
              {group.name} <i lang="en">({group.gloss})</i>
            </th>
          </tr>
          {group.rows.map((row) => (
            <tr key={row.key}>
              <td className="component-table__number">{row.number}.</td>
              <th scope="row">{row.heading}</th>
              <td>
                <Blocks blocks={row.blocks} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** The table as a lampiran: its title, then the rows. */
export function ComponentAttachment({ table }: { table: Content }) {
  return (
    <>
      <h3 className="decree-attachment__title">Standar Pelayanan {table.title}</h3>
      <ComponentRows table={table} />
    </>
  )
}
