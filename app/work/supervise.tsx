import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { throwRefusal, valueOrPage } from '#app/answer.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { typedValues } from '#app/read-form.ts'
import { readInstance } from '#app/use-cases/instances/read-instance.server.ts'
import { readOffice } from '#app/use-cases/instances/read-office.server.ts'
import { actAt } from './supervision/acts.ts'
import { actRefused } from './supervision/refused.server.ts'
import { runAct } from './supervision/run-act.server.ts'
import { SupervisePage } from './supervision/supervise-page.tsx'
import { superviseView } from './supervision/supervise-view.server.ts'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

async function whereOf({ params, context, request }: LoaderFunctionArgs | ActionFunctionArgs) {
  const act = actAt(params.act)
  if (act === null || act === 'correct') return throwRefusal({ code: 'not-found' }, request)
  const input = { visitor: await context.visitor(), agencyId: params.agency ?? '', instanceId: params.id ?? '' }
  return { act, input, here: `/kerja/permohonan/${input.agencyId}/${input.instanceId}` }
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { ports, locale } = context
  const { act, input, here } = await whereOf(args)
  const page = valueOrPage(await readInstance(input, ports), request)
  // Somebody was faster, or it was never this reader's to do: the page of the request says how it stands.
  if (!page.may[act]) throw redirect(`${here}?gagal=gone`)
  const office = valueOrPage(await readOffice(input, ports), request)
  return {
    view: superviseView(act, page, office, locale),
    formKey: ports.newSecret(16),
    title: translator(locale)(`supervise.${act}.title`),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { act, input, here } = await whereOf(args)
  const typed = typedValues(await args.request.formData())
  const result = await runAct(act, input, typed, args.context.ports)
  return result.ok ? redirect(`${here}?selesai=${act}`) : actRefused('act', typed, result.refusal, args.request)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.view.title} · Baku` : 'Baku' },
]

export default function SuperviseRoute() {
  return <SupervisePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
