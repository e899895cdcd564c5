import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { throwRefusal, valueOrPage } from '#app/answer.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { agenciesFor } from '#app/policy.ts'
import { readMonitor } from '#app/use-cases/instances/read-monitor.server.ts'
import { readOfficeNames } from '#app/use-cases/instances/read-office.server.ts'
import { MonitorPage } from './monitor/monitor-page.tsx'
import { monitorView } from './monitor/monitor-view.server.ts'
import { watchAt } from './monitor/watches.ts'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, locale } = context
  const visitor = await context.visitor()
  const reach = agenciesFor(visitor, 'instance.monitor')
  const offices = await readOfficeNames(reach === 'all' ? [] : reach, ports)
  const sorted = offices.toSorted((a, b) => a.name.localeCompare(b.name, 'id'))
  const query = new URL(request.url).searchParams
  const asked = query.get('unit')
  const office = sorted.find(({ agencyId }) => agencyId === asked) ?? sorted[0]
  if (!office) {
    const refusal = visitor.kind === 'anonymous' ? 'not-signed-in' : 'not-allowed'
    return throwRefusal(refusal === 'not-signed-in' ? { code: refusal } : { code: refusal, action: 'instance.monitor' }, request)
  }
  const monitor = valueOrPage(await readMonitor({ visitor, agencyId: office.agencyId, more: moreOf(query) }, ports), request)
  return {
    view: monitorView(monitor, office, locale),
    offices: sorted.map(({ agencyId, name }) => ({ value: agencyId, label: name })),
    office: { id: office.agencyId, name: office.name, zone: office.zone },
    now: ports.now(),
    title: translator(locale)('monitor.title'),
  }
}

/** Which list is to be longer, and how long. */
function moreOf(query: URLSearchParams) {
  const of = watchAt(query.get('daftar'))
  const lines = Number(query.get('baris'))
  return of && Number.isSafeInteger(lines) ? { of, lines } : null
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · Baku` : 'Baku' }]

export default function MonitorRoute() {
  return <MonitorPage {...useLoaderData<typeof loader>()} />
}
