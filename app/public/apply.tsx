import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatter } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/react.tsx'
import { Card } from '#app/ui/card.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NavTabs } from '#app/ui/nav-tabs.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { readStart } from '#app/use-cases/instances/read-start.server.ts'
import { firstValues } from '#app/work/form/form-values.ts'
import { sendStart, startNamed } from '#app/work/form/send-start.server.ts'
import { stepFormOf } from '#app/work/form/step-form.ts'
import { TaskForm } from '#app/work/form/task-form.tsx'
import styles from '#app/work/work.css?url'
import { describeCondition, printDuration } from '#engine'
import { orNotFound } from './reading.server.ts'
import { ticketCookie } from './ticket-cookie.server.ts'
import { ownWord } from './ticket-word.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

async function startAt({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const where = { agencyId: params.agency ?? '', slug: params.slug ?? '' }
  const input = { visitor: await context.visitor(), ...where, as: 'applicant' as const, ...startNamed(request) }
  return orNotFound(await readStart(input, context.ports))
}

export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args
  const { locale, ports } = context
  const { definition, node, facts, office, form, by, start, starts } = await startAt(args)
  const { requirements, serviceTime, fee, products } = definition.components
  return {
    title: definition.identity.title,
    officeName: office.name,
    complaint: by === 'complaint',
    ways: starts.map(({ id, activity }) => ({ id, activity, current: id === start })),
    agencyId: office.agencyId,
    slug: params.slug ?? '',
    requirements: requirements.items,
    time: serviceTime.limits.map(({ duration, label, when }) =>
      [label ?? (when ? describeCondition(when, definition, locale) : ''), printDuration(duration, locale)]
        .filter(Boolean)
        .join(': '),
    ),
    fee:
      fee.kind === 'free'
        ? { free: true, lines: fee.words }
        : fee.kind === 'tariff'
          ? {
              free: false,
              lines: fee.lines.map(
                ({ what, rupiah, per }) => `${what}: ${formatter(locale).rupiah(rupiah)}${per ? ` / ${per}` : ''}`,
              ),
            }
          : null,
    products: products.items,
    // People in office are nobody's business here, whoever is signed in.
    step: stepFormOf({ definition, node, facts, seats: [], office: { ...office, people: {} }, locale }),
    initial: firstValues(form, {}, []),
    keys: { key: ports.newSecret(16), uploadKey: ports.newSecret(16) },
  }
}

export async function action(args: ActionFunctionArgs) {
  const sent = await sendStart(args, await startAt(args), 'applicant')
  if ('answer' in sent) return sent.answer
  const { ticket } = sent.started
  if (ticket === null) throw new Error('an applicant started without a ticket')
  // The code itself stays out of addresses: those are kept by browsers, proxies and logs.
  return redirect(`/lacak/${ownWord}?baru`, { headers: { 'Set-Cookie': ticketCookie(ticket, args.context.ports) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.officeName} · Baku` : 'Baku' },
  { name: 'robots', content: 'noindex' },
]

export default function ApplyPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack stack--loose">
      <PageHeader
        eyebrow={page.officeName}
        title={t(page.complaint ? 'apply.complain' : 'apply.apply', { title: page.title })}
        description={t(page.complaint ? 'apply.introComplaint' : 'apply.intro')}
        breadcrumbs={[
          { label: t('public.allStandards'), href: '/' },
          { label: page.title, href: `/standar/${page.agencyId}/${page.slug}` },
          { label: t('apply.crumb') },
        ]}
      />
      {page.ways.length > 1 && !answer && <Ways {...page} />}
      <div className="apply">
        {!answer && hasBefore(page) && (
          <Card title={t('apply.before')} className="apply__before">
            <DescriptionList
              items={[
                { term: t('apply.requirements'), details: linesOf(page.requirements) },
                { term: t('apply.time'), details: linesOf(page.time) },
                {
                  term: t('apply.fee'),
                  details: page.fee && (
                    <>
                      {page.fee.free && page.fee.lines.length === 0 && t('apply.free')}
                      {linesOf(page.fee.lines)}
                    </>
                  ),
                },
                { term: t('apply.products'), details: linesOf(page.products) },
              ]}
            />
          </Card>
        )}
        <Card title={t('apply.form')} className="apply__form">
          <p className="muted apply__privacy">{t('apply.privacy')}</p>
          <TaskForm
            step={page.step}
            values={answer?.values ?? page.initial}
            problems={answer?.problems}
            refused={answer?.refused}
            focus={answer?.focus}
            keys={answer ? { key: answer.key ?? page.keys.key, uploadKey: answer.uploadKey ?? page.keys.uploadKey } : page.keys}
            submitLabel={t(page.complaint ? 'apply.sendComplaint' : 'apply.send')}
          />
        </Card>
      </div>
    </div>
  )
}

type WaysProps = { agencyId: string; slug: string; ways: readonly { id: string; activity: string; current: boolean }[] }

/** A standard may be asked for in more than one way; all stand beside the one whose form is below. */
function Ways({ agencyId, slug, ways }: WaysProps) {
  const t = useT()
  const items = ways.map(({ id, activity, current }) => ({
    href: `/ajukan/${agencyId}/${slug}?awal=${encodeURIComponent(id)}`,
    label: activity,
    current,
  }))
  return (
    <div className="stack stack--tight">
      <p>{t('apply.ways')}</p>
      <NavTabs label={t('apply.ways')} items={items} />
    </div>
  )
}

type Before = { requirements: readonly string[]; time: readonly string[]; fee: unknown; products: readonly string[] }
const hasBefore = ({ requirements, time, fee, products }: Before) =>
  fee !== null || requirements.length + time.length + products.length > 0

/** Nothing where there is nothing to say, so that its term is left out too. */
function linesOf(items: readonly string[]) {
  if (items.length < 2) return items[0]
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
