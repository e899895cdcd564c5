import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Fence } from '#app/ui/fence.tsx'
import overlay from '#app/ui/styles/overlay.css?url'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { startDraft } from '#app/use-cases/definitions/start-draft.server.ts'
import { Slug } from '#engine/definition/ids.ts'
import { stepRows } from '#engine/definition/rows.ts'
import styles from './builder/builder.css?url'
import { numberedName } from './builder/names.ts'

const Editor = lazy(() => import('./builder/editor.tsx'))

export const handle = { script: true }
export const links: LinksFunction = () => [overlay, styles].map((href) => ({ rel: 'stylesheet', href }))
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.definition.identity.title} · ${data.agencyName}` : 'Baku' },
]

async function place({ params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const agencyId = Slug.safeParse(params.agency)
  const slug = Slug.safeParse(params.slug)
  if (!agencyId.success || !slug.success) throw new Response(null, { status: 404 })
  return { visitor: await context.visitor(), agencyId: agencyId.data, slug: slug.data }
}

export async function loader(args: LoaderFunctionArgs) {
  const draft = valueOrPage(await openDraft(await place(args), args.context.ports), args.request)
  const suggesting = draft.maySuggest && new URL(args.request.url).searchParams.has('saran')
  return { ...draft, suggesting, readOnly: draft.readOnly && !suggesting }
}

/** Begins a draft from the newest version. */
export async function action(args: ActionFunctionArgs) {
  const at = await place(args)
  valueOrPage(await startDraft(at, args.context.ports), args.request)
  return redirect(`/susun/${at.agencyId}/${at.slug}`)
}

export default function Builder() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const [mounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])
  return (
    <>
      {data.mayStart && (
        <Form method="post" className="builder-start bleed">
          <p>{t('builder.start.none', { number: data.number })}</p>
          <Button variant="primary" size="small">
            {t('builder.start.begin', { number: data.number })}
          </Button>
        </Form>
      )}
      {mounted ? (
        <Fence said={() => <Unloaded definition={data.definition} />}>
          <Suspense fallback={<Waiting definition={data.definition} />}>
            <Editor key={`${data.number}:${data.status}:${data.suggesting}`} {...data} />
          </Suspense>
        </Fence>
      ) : (
        <Waiting definition={data.definition} />
      )}
    </>
  )
}

type Read = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'definition'>

/** The editor did not come, or broke as a whole: what is written is safe, and the steps are there to read. */
function Unloaded({ definition }: Read) {
  const t = useT()
  return (
    <>
      <div className="builder-waiting bleed">
        <Banner tone="danger" role="alert">
          <p>{t('builder.room.unloaded')}</p>
          <LinkButton size="small" icon="refresh" href="">
            {t('builder.room.reload')}
          </LinkButton>
        </Banner>
      </div>
      <Waiting definition={definition} />
    </>
  )
}

/** Until the editor is there, and for browsers where it never comes: the steps, to read. */
function Waiting({ definition }: Read) {
  const t = useT()
  return (
    <div className="builder-waiting bleed">
      <h1>{definition.identity.title}</h1>
      <noscript>
        <p>{t('builder.noscript')}</p>
      </noscript>
      <ol>
        {stepRows(definition).map((row) => (
          <li key={row.node.id}>{numberedName(definition, row.node.id, t).replace(/^\d+\. /, '')}</li>
        ))}
      </ol>
    </div>
  )
}
