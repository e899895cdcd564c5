import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/react.tsx'
import { ComponentAttachment } from '#app/papers/component-table.tsx'
import { DecreePaper } from '#app/papers/decree-paper.tsx'
import { Steps } from '#app/papers/sop-steps.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { decreePaper, standingOf } from '#engine'
import { lampiranOf } from './paper-named.ts'
import { standardAt } from './reading.server.ts'
import { paperLinks } from './reading-links.ts'
import { StandardFrame } from './standard-frame.tsx'
import { headOf } from './standard-head.server.ts'
import { standardLinks } from './standard-meta.ts'

export const links = paperLinks
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: data ? `SK ${data.head.title}` : 'Baku' },
  ...(data ? standardLinks(data.head, 'decree', matches) : []),
]

/** The decree with what it sets as its lampiran: the 14 components, or the steps of an SOP. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const { definition, publication, agency } = view
  return {
    head: headOf(view),
    decree: decreePaper(definition, publication, agency),
    standing: standingOf(publication),
    lampiran: lampiranOf(view),
  }
}

export default function DecreeTextPage() {
  const { head, decree, lampiran, standing } = useLoaderData<typeof loader>()
  return (
    <StandardFrame head={head} paper="decree">
      {decree ? (
        <DecreePaper
          decree={decree}
          replacementHref={head.replacementHref}
          attachments={lampiran.map(({ table, sop }) =>
            table ? <ComponentAttachment table={table} key={table.title} /> : sop && <Steps sop={sop} key={sop.title} />,
          )}
        />
      ) : (
        <NoText title={head.title} number={standing.number} date={standing.signedOn} />
      )}
    </StandardFrame>
  )
}

function NoText({ title, number, date }: { title: string; number: string | null; date: string | null }) {
  const t = useT()
  return (
    <>
      <PageHeader title={title} />
      <EmptyState title={t('public.noDecreeText.title')}>
        {number && date ? t('public.noDecreeText.set', { number, date }) : t('public.noDecreeText.open')}
      </EmptyState>
    </>
  )
}
