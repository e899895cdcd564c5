import { useFormat, useT } from '#app/i18n/react.tsx'
import type { ListedStandard } from '#app/use-cases/public/views.ts'
import { VersionStatus } from './status-badge.tsx'

/** Standards as a list of links, each with its kind, its number and whether it is in force. */
export function StandardList({ standards }: { standards: readonly ListedStandard[] }) {
  return (
    <ul className="standard-list">
      {standards.map((standard) => (
        <StandardItem standard={standard} key={`${standard.agencyId}/${standard.slug}`} />
      ))}
    </ul>
  )
}

function StandardItem({ standard }: { standard: ListedStandard }) {
  const t = useT()
  const { civilDate } = useFormat()
  const { agencyId, slug, title, summary, kind, status, decreeNumber, signedOn } = standard
  return (
    <li className="standard-item">
      <div className="standard-item__words">
        <a className="standard-item__title" href={`/standar/${agencyId}/${slug}`} lang="id">
          {title}
        </a>
        {summary && (
          <p className="standard-item__summary" lang="id">
            {summary}
          </p>
        )}
        <p className="standard-item__facts">
          {t(`public.kind.${kind}`)}
          {decreeNumber && ` · ${t('public.number', { number: decreeNumber })}`}
          {signedOn && ` · ${civilDate(signedOn)}`}
        </p>
      </div>
      <VersionStatus status={status} />
    </li>
  )
}
