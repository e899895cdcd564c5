import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ServiceSheet } from '#app/papers/service-sheet.tsx'
import { SopPaper } from '#app/papers/sop-paper.tsx'
import type { StandardView } from '#app/use-cases/public/read-standard.server.ts'
import { schemaOrgService, serviceSheet, sopPaper, standingOf } from '#engine'
import { standardAt } from './reading.server.ts'
import { paperLinks } from './reading-links.ts'
import { StandardFrame } from './standard-frame.tsx'
import { headOf } from './standard-head.server.ts'
import { standardLinks } from './standard-meta.ts'

export const links = paperLinks
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: data ? `${data.sop ? 'SOP' : 'Standar Pelayanan'} ${data.head.title}` : 'Baku' },
  ...(data ? standardLinks(data.head, data.sop ? 'sop' : 'sheet', matches) : []),
  ...(data?.linked ? [{ 'script:ld+json': data.linked }] : []),
]

/** The first paper of a standard: its service sheet, or for an SOP the SOP itself. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const { definition, publication, agency } = view
  const head = headOf(view)
  if (definition.identity.kind === 'sop')
    return { head, sop: sopPaper(definition, publication, agency), sheet: null, linked: null }
  const sheet = serviceSheet(definition, publication, agency)
  return { head, sop: null, sheet, linked: linkedOf(view, context.ports.settings.origin) }
}

/** Search engines are told of a service where it is in force, once: at the address of the standard. */
function linkedOf(view: StandardView, origin: string) {
  return standingOf(view.publication).kind === 'in-force' && !view.fixed ? schemaOrgService(view, origin) : null
}

export default function SheetPage() {
  const { head, sop, sheet } = useLoaderData<typeof loader>()
  return (
    <StandardFrame head={head} paper={sop ? 'sop' : 'sheet'}>
      {sheet && <ServiceSheet sheet={sheet} replacementHref={head.replacementHref} />}
      {sop && <SopPaper sop={sop} replacementHref={head.replacementHref} />}
    </StandardFrame>
  )
}
