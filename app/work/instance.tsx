import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { valueOrPage } from '#app/answer.server.ts'
import { typedValues } from '#app/read-form.ts'
import { readInstance } from '#app/use-cases/instances/read-instance.server.ts'
import { readOffice } from '#app/use-cases/instances/read-office.server.ts'
import { resolveIncident } from '#app/use-cases/instances/resolve-incident.server.ts'
import { InstanceArticle } from './instance/instance-article.tsx'
import { instanceView } from './instance-view.server.ts'
import { acts } from './supervision/acts.ts'
import { actRefused } from './supervision/refused.server.ts'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

const notices = ['started', 'resolved', 'reported', ...acts] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ports, locale } = context
  const input = { visitor: await context.visitor(), agencyId: params.agency ?? '', instanceId: params.id ?? '' }
  const page = valueOrPage(await readInstance(input, ports), request)
  const office = valueOrPage(await readOffice(input, ports), request)
  const query = new URL(request.url).searchParams
  return {
    view: instanceView(page, office, locale),
    formKey: ports.newSecret(16),
    now: ports.now(),
    notice: notices.find((name) => name === query.get('selesai')) ?? null,
    gone: query.get('gagal') === 'gone',
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = typedValues(await request.formData())
  const input = { visitor: await context.visitor(), agencyId: params.agency ?? '', instanceId: params.id ?? '' }
  const text = (name: string) => String(typed[name] ?? '')
  const named = text('incident') === '' ? {} : { incident: text('incident') }
  const asked = { ...input, ...named, edgeId: text('edge'), reason: text('reason'), idempotencyKey: text('key') }
  const result = await resolveIncident(asked, context.ports)
  if (!result.ok) return actRefused('resolve', typed, result.refusal, request)
  return redirect(`/kerja/permohonan/${input.agencyId}/${input.instanceId}?selesai=resolved`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.view.title} · Baku` : 'Baku' }]

export default function InstanceRoute() {
  return <InstanceArticle {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
