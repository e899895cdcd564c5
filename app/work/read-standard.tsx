import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerFor, FormErrors, type FormView } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { standardPlace } from '#app/authoring/place.server.ts'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { typedValues } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { acknowledge } from '#app/use-cases/readings/acknowledge.server.ts'
import { readStanding } from '#app/use-cases/readings/read-standing.server.ts'
import styles from './work.css?url'

export const links = () => [{ rel: 'stylesheet', href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.title} · Baku` : 'Baku' }]

export async function loader(args: LoaderFunctionArgs) {
  const { agencyId, slug, visitor } = await standardPlace(args)
  const standing = valueOrPage(await readStanding({ agencyId, slug, visitor }, args.context.ports), args.request)
  return { agencyId, slug, ...standing, done: new URL(args.request.url).searchParams.has('dibaca') }
}

export async function action(args: ActionFunctionArgs) {
  const at = await standardPlace(args)
  const typed = typedValues(await args.request.formData())
  const read = await acknowledge({ ...at, digest: String(typed.digest ?? '') }, args.context.ports)
  if (!read.ok) return formRefused('read', typed, read.refusal, args.request)
  return redirect(`/kerja/baca/${at.agencyId}/${at.slug}?dibaca`)
}

const papers = ['', '/sop', '/komponen', '/riwayat'] as const

/** The version in force, to be read by those who work by it. */
export default function ReadStandardPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { dateTime } = useFormat(page.zone)
  const { agencyId, slug, title, agencyName, number, digest, readAt, done } = page
  const view: FormView = { form: 'read', initial: {}, answer: answerFor('read', useActionData<typeof action>()), labels: {} }
  const address = `/standar/${agencyId}/${slug}`
  return (
    <div className="stack stack--loose">
      <PageHeader
        title={title}
        eyebrow={`${agencyName} · ${t('authoring.versionName', { number })}`}
        description={t('readings.intro')}
        breadcrumbs={[{ label: t('work.inbox.title'), href: '/kerja' }, { label: t('readings.open') }]}
      />
      {done && <Banner tone="success" role="status" title={t('readings.thanks')} />}
      <Card title={t('readings.papers')}>
        <div className="cluster">
          {papers.map((tail) => (
            <LinkButton key={tail} size="small" href={address + tail} target="_blank" rel="noreferrer">
              {t(`readings.paper.${tail === '' ? 'sheet' : (tail.slice(1) as 'sop')}`)}
            </LinkButton>
          ))}
        </div>
      </Card>
      {readAt === null ? (
        <Card title={t('readings.ask')}>
          <form method="post" className="form">
            <FormErrors view={view} />
            <p>{t('readings.askText')}</p>
            <input type="hidden" name="digest" value={digest} />
            <div className="form__actions">
              <Button variant="primary" icon="check">
                {t('readings.acknowledge')}
              </Button>
            </div>
          </form>
        </Card>
      ) : (
        !done && <Banner tone="success" title={t('readings.readAt', { at: dateTime(readAt) })} />
      )}
    </div>
  )
}
