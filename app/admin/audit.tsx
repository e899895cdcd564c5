import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrPage } from '#app/answer.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { readAuditTrail } from '#app/use-cases/agencies/read-trail.server.ts'
import { adminLinks } from './admin-links.ts'
import { agencyHead, agencyPlace } from './agency-args.server.ts'
import { AgencyPage } from './agency-page.tsx'
import { actWords, type DetailLine, detailLines, isDeep, subjectWords } from './audit-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { agency } = await agencyHead(args)
  const wish = Number.parseInt(new URL(args.request.url).searchParams.get('sebelum') ?? '', 10)
  const before = Number.isInteger(wish) && wish > 0 && wish < 2 ** 31 ? wish : null
  const trail = valueOrPage(await readAuditTrail({ ...(await agencyPlace(args)), before }, args.context.ports), args.request)
  const t = translator(args.context.locale)
  const format = formatter(args.context.locale, agency.timeZone)
  const entries = trail.entries.map(({ seq, at, actor, action, subject, detail, subjectName, personName, positionName }) => {
    const names = { subject: subjectName, person: personName, position: positionName }
    return {
      ...{ seq, at, actor, act: actWords(action, t), subject: subjectWords(subject, names, t) },
      lines: detailLines(detail, names, { t, format }),
      whole: isDeep(detail) ? JSON.stringify(detail, null, 2) : null,
    }
  })
  return {
    agency: { id: agency.id, name: agency.name },
    zone: agency.timeZone,
    ...{ entries, before, older: trail.older },
    title: t('admin.audit.title'),
  }
}

export const links = adminLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.agency.name}` }]

export default function AuditPage() {
  const t = useT()
  const { agency, zone, entries, before, older, title } = useLoaderData<typeof loader>()
  const format = useFormat(zone)
  return (
    <AgencyPage agency={agency} tab="audit" title={title} intro={t('admin.audit.intro')}>
      {entries.length === 0 ? (
        <EmptyState title={t('admin.audit.empty')} />
      ) : (
        <Table
          caption={title}
          captionHidden
          stacked
          rows={entries}
          rowKey={(row) => String(row.seq)}
          columns={[
            { id: 'seq', header: t('admin.audit.seq'), numeric: true, cell: (row) => row.seq },
            { id: 'at', header: t('admin.audit.at'), rowHeader: true, cell: (row) => format.dateTime(row.at) },
            { id: 'actor', header: t('admin.audit.actor'), cell: (row) => row.actor },
            { id: 'action', header: t('admin.audit.action'), cell: (row) => row.act },
            { id: 'subject', header: t('admin.audit.subject'), cell: (row) => row.subject },
            { id: 'detail', header: t('admin.audit.detail'), cell: (row) => <Details lines={row.lines} whole={row.whole} /> },
          ]}
        />
      )}
      <Pagination
        newer={before === null ? null : `/kelola/${agency.id}/jejak`}
        older={older === null ? null : `?sebelum=${older}`}
      />
    </AgencyPage>
  )
}

function Details({ lines, whole }: { lines: readonly DetailLine[]; whole: string | null }) {
  const t = useT()
  return (
    <>
      {lines.length > 0 && (
        <dl className="audit-lines">
          {lines.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {whole && (
        <Disclosure summary={t('audit.whole')}>
          <pre className="audit-whole">{whole}</pre>
        </Disclosure>
      )}
      {lines.length === 0 && !whole && '–'}
    </>
  )
}
