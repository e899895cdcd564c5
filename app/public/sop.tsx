import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SopPaper } from '#app/papers/sop-paper.tsx'
import { sopPaper } from '#engine'
import { standardAt } from './reading.server.ts'
import { paperLinks } from './reading-links.ts'
import { StandardFrame } from './standard-frame.tsx'
import { headOf } from './standard-head.server.ts'
import { standardLinks } from './standard-meta.ts'

export const links = paperLinks
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: data ? `SOP ${data.head.title}` : 'Baku' },
  ...(data ? standardLinks(data.head, 'sop', matches) : []),
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  return { head: headOf(view), sop: sopPaper(view.definition, view.publication, view.agency) }
}

export default function SopPage() {
  const { head, sop } = useLoaderData<typeof loader>()
  return (
    <StandardFrame head={head} paper="sop">
      <SopPaper sop={sop} replacementHref={head.replacementHref} />
    </StandardFrame>
  )
}
