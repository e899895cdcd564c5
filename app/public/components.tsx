import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ComponentTable } from '#app/papers/component-table.tsx'
import { componentTable } from '#engine'
import { standardAt } from './reading.server.ts'
import { paperLinks } from './reading-links.ts'
import { StandardFrame } from './standard-frame.tsx'
import { headOf } from './standard-head.server.ts'
import { standardLinks } from './standard-meta.ts'

export const links = paperLinks
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: data ? `14 komponen · Standar Pelayanan ${data.head.title}` : 'Baku' },
  ...(data ? standardLinks(data.head, 'components', matches) : []),
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  return { head: headOf(view), table: componentTable(view.definition, view.publication, view.agency) }
}

export default function ComponentsPage() {
  const { head, table } = useLoaderData<typeof loader>()
  return (
    <StandardFrame head={head} paper="components">
      <ComponentTable table={table} replacementHref={head.replacementHref} />
    </StandardFrame>
  )
}
