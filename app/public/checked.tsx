import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { Banner } from '#app/ui/banner.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { readChecked, readCheckedAct } from '#app/use-cases/public/read-checked.server.ts'
import { CheckedPaper, CodeForm } from './check-parts.tsx'
import { codeProblem } from './check-words.ts'
import { pageLinks } from './reading-links.ts'

export const links = pageLinks
/** What was true a moment ago is not what the holder of a paper asks. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export async function loader({ params, context }: LoaderFunctionArgs) {
  const typed = params.code ?? ''
  const title = translator(context.locale)('check.title')
  const result = await readChecked(typed, context.ports)
  if (result.ok) return data({ title, typed, checked: result.value, refusal: null })
  const act = result.refusal.code === 'not-found' ? await readCheckedAct(typed, context.ports) : null
  if (act) throw redirect(`/sk/${act.agencyId}/${act.id}`)
  return data({ title, typed: typed.slice(0, 60), checked: null, refusal: result.refusal }, { status: 404 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.checked ? `${page.checked.title} · ` : ''}${page.title} · Baku` : 'Baku' },
  { name: 'robots', content: 'noindex' },
]

export default function CheckedPage() {
  const t = useT()
  const { checked, refusal, typed } = useLoaderData<typeof loader>()
  if (checked === null) {
    const problem = codeProblem(refusal, t)
    return (
      <div className="stack stack--loose check">
        <PageHeader title={t('check.title')} breadcrumbs={[{ label: t('check.title'), href: '/cek' }, { label: typed }]} />
        <Banner tone="danger" title={problem} />
        <CodeForm typed={typed} error={refusal.code === 'bad-code' ? problem : null} />
      </div>
    )
  }
  return (
    <div className="stack stack--loose check">
      <PageHeader
        breadcrumbs={[{ label: t('check.title'), href: '/cek' }, { label: checked.code }]}
        eyebrow={checked.agencyName}
        title={<span lang="id">{checked.title}</span>}
      />
      <CheckedPaper checked={checked} />
      <p className="no-print">
        <a href="/cek">{t('check.again')}</a>
      </p>
    </div>
  )
}
