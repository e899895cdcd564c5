import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerFor } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import papers from '#app/papers/matrix.css?url'
import { MatrixPicture } from '#app/papers/matrix-picture.tsx'
import { parseTyped } from '#app/read-form.ts'
import { refuse } from '#app/result.ts'
import { sentForm } from '#app/sent-file.server.ts'
import { isMultipart } from '#app/server/body-limit.ts'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LayoutInput, layoutAsTyped } from '#app/use-cases/agencies/layout-input.ts'
import { previewLayout } from '#app/use-cases/agencies/preview-layout.server.ts'
import { saveLayout } from '#app/use-cases/agencies/save-layout.server.ts'
import { removeEmblem, setEmblem } from '#app/use-cases/agencies/set-emblem.server.ts'
import { adminLinks } from './admin-links.ts'
import { agencyHead, agencyPlace, postedForm, savedOr, unknownForm } from './agency-args.server.ts'
import { AgencyPage } from './agency-page.tsx'
import { EmblemCard } from './emblem-card.tsx'
import { LayoutForm } from './layout-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const head = await agencyHead(args)
  const preview = valueOrPage(await previewLayout(await agencyPlace(args), context.ports), request)
  const { emblem } = head.agency.profile.papers
  return {
    ...head,
    agency: { id: head.agency.id, name: head.agency.name, revision: head.agency.revision },
    emblem,
    typed: layoutAsTyped(head.agency.profile.papers),
    preview,
    title: translator(context.locale)('admin.papers.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const place = await agencyPlace(args)
  if (isMultipart(request.headers.get('Content-Type'))) {
    const { file: sent } = await sentForm(request)
    const code = sent === 'none' ? 'required' : 'emblem-too-large'
    const result =
      typeof sent === 'string'
        ? refuse({ code: 'invalid', errors: [{ path: 'file', code }] })
        : await setEmblem({ ...place, bytes: sent.bytes }, context.ports)
    return savedOr(result, 'emblem', {}, request)
  }
  const typed = await postedForm(request)
  if (typed.form === 'no-emblem') return savedOr(await removeEmblem(place, context.ports), 'emblem', {}, request)
  if (typed.form !== 'layout') return unknownForm()
  const input = parseTyped(LayoutInput, typed)
  if (!input.ok) return formRefused('layout', typed, input.refusal, request)
  if (typed.act !== 'preview')
    return savedOr(await saveLayout({ ...place, ...input.value }, context.ports), 'layout', typed, request)
  const preview = valueOrPage(await previewLayout({ ...place, layout: input.value.layout }, context.ports), request)
  return data({ previewed: preview, typed })
}

export const links = () => [...adminLinks(), { rel: 'stylesheet', href: papers }]
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title} · ${page?.agency.name}` }]

// A box that scrolls has to be reachable by keyboard.
const reachable = { tabIndex: 0 } as const

export default function PapersPage() {
  const t = useT()
  const { agency, mayEdit, saved, title, emblem, typed, preview } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const previewed = answer && 'previewed' in answer ? answer : null
  const shown = previewed?.previewed ?? preview
  return (
    <AgencyPage agency={agency} tab="papers" title={title} intro={t('admin.papers.intro')} readOnly={!mayEdit} saved={saved}>
      <EmblemCard emblem={emblem} mayEdit={mayEdit} answer={answerFor('emblem', answer)} />
      <Card id="pratinjau" title={previewed ? t('admin.papers.previewUnsaved') : t('admin.papers.preview')}>
        {shown ? (
          <section className="matrix-frame" lang="id" aria-label={t('admin.papers.preview')} {...reachable}>
            <MatrixPicture sop={shown} options={shown.matrix} />
          </section>
        ) : (
          <EmptyState title={t('admin.papers.noPreview')}>{t('admin.papers.noPreviewText')}</EmptyState>
        )}
      </Card>
      {mayEdit && (
        <LayoutForm
          answer={answerFor('layout', answer)}
          initial={previewed?.typed ?? { ...typed, revision: String(agency.revision) }}
          mayPreview={preview !== null}
        />
      )}
    </AgencyPage>
  )
}
