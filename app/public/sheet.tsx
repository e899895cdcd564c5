import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ServiceSheet } from '#app/papers/service-sheet.tsx'
import { SopPaper } from '#app/papers/sop-paper.tsx'
import { serviceSheet, sopPaper } from '#engine'
import { standardAt } from './reading.server.ts'
import { paperLinks } from './reading-links.ts'
import { StandardFrame } from './standard-frame.tsx'
import { headOf } from './standard-head.server.ts'

export const links = paperLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.sop ? 'SOP' : 'Standar Pelayanan'} ${data.head.title}` : 'Baku' },
]

/** The first paper of a standard: its service sheet, or for an SOP the SOP itself. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const { definition, publication, agency } = view
  const head = headOf(view)
  if (definition.identity.kind === 'sop') return { head, sop: sopPaper(definition, publication, agency), sheet: null }
  return { head, sop: null, sheet: serviceSheet(definition, publication, agency) }
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
