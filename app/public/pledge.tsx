import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ServicePledge } from '#app/papers/service-pledge.tsx'
import { servicePledge } from '#engine'
import { standardAt } from './reading.server.ts'
import { paperLinks } from './reading-links.ts'
import { StandardFrame } from './standard-frame.tsx'
import { headOf } from './standard-head.server.ts'
import { standardLinks } from './standard-meta.ts'

export const links = paperLinks
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: data ? `${data.pledge.title} ${data.head.title}` : 'Baku' },
  ...(data ? standardLinks(data.head, 'pledge', matches) : []),
]

/** The maklumat of a service standard; there is none before it is set, and none of an SOP. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const pledge = servicePledge(view.definition, view.publication, view.agency)
  if (pledge === null) throw new Response(null, { status: 404 })
  return { head: headOf(view), pledge }
}

export default function PledgePage() {
  const { head, pledge } = useLoaderData<typeof loader>()
  return (
    <StandardFrame head={head} paper="pledge">
      <ServicePledge pledge={pledge} replacementHref={head.replacementHref} />
    </StandardFrame>
  )
}
