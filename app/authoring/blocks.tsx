import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerFor, type FormView } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped, type Typed, typedValues } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { offerBlock } from '#app/use-cases/definitions/offer-block.server.ts'
import { readBlocksPage, saveBlock } from '#app/use-cases/definitions/shared-blocks.server.ts'
import { type BlockKey, blockKeys, officialHeadings } from '#engine'
import { Slug } from '#engine/definition/ids.ts'
import { BlockCard } from './block-card.tsx'
import { authoringLinks } from './links.ts'
import { doneAt } from './place.server.ts'
import { channelsOf } from './words-edits.ts'
import { itemsOf } from './words-lines.ts'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]

async function placeOf({ params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const agencyId = Slug.safeParse(params.agency)
  if (!agencyId.success) throw new Response(null, { status: 404 })
  return { visitor: await context.visitor(), agencyId: agencyId.data }
}

export async function loader(args: LoaderFunctionArgs) {
  const at = await placeOf(args)
  const { ports } = args.context
  return {
    ...valueOrPage(await readBlocksPage(at, ports), args.request),
    agencyId: at.agencyId,
    title: translator(args.context.locale)('blocks.title'),
    done: doneAt(args.request, ['saved']),
  }
}

const Act = z.discriminatedUnion('form', [
  z.object({ form: z.literal('save'), block: z.enum(blockKeys), revision: z.coerce.number().int().min(0).max(100_000) }),
  z.object({ form: z.literal('offer'), block: z.enum(blockKeys), standards: z.array(Slug).min(1).max(1000) }),
])

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const at = await placeOf(args)
  const typed = typedValues(await request.formData())
  const act = parseTyped(Act, { standards: [], ...typed })
  const block = String(typed.block ?? '')
  if (!act.ok) return formRefused(block, typed, act.refusal, request)
  if (act.value.form === 'offer') {
    const { standards: slugs, block: key } = act.value
    const offered = await offerBlock({ ...at, key, slugs }, context.ports)
    return offered.ok ? data({ block, offered: offered.value }) : formRefused(block, typed, offered.refusal, request)
  }
  const { block: key, revision } = act.value
  const saved = await saveBlock({ ...at, key, revision, text: textOf(key, typed) }, context.ports)
  if (saved.ok) return redirect(`/susun/${at.agencyId}/blok?selesai=saved#blok-${key}`)
  return formRefused(block, typed, saved.refusal, request)
}

/** More rows than any page shows are not read. */
const mostRows = 60
function textOf(key: BlockKey, typed: Typed): unknown {
  const text = (name: string) => String(typed[name] ?? '').trim()
  return key === 'complaints' ? channelsOf(text, mostRows) : itemsOf(String(typed.text ?? ''))
}

export default function BlocksPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const offered = answer && 'offered' in answer ? answer : null
  const viewOf = (key: BlockKey, initial: Typed): FormView => ({
    form: key,
    initial,
    answer: answerFor(key, answer),
    labels: { text: officialHeadings[key], standards: t('blocks.standards') },
  })
  return (
    <div className="stack stack--loose">
      <PageHeader
        title={page.title}
        eyebrow={page.agencyName}
        description={t('blocks.intro')}
        breadcrumbs={[{ label: t('authoring.list.title'), href: '/susun' }, { label: page.title }]}
      />
      {page.done && <Banner tone="success" role="status" title={t('blocks.saved')} />}
      {offered && (
        <Banner tone="success" role="status" title={t('blocks.offered', { part: officialHeadings[offered.block as BlockKey] })}>
          <ul>
            {offered.offered.map(({ slug, title, outcome }) => (
              <li key={slug}>
                <a href={`/susun/${page.agencyId}/${slug}`}>{title}</a>: {t(`blocks.outcome.${outcome}`)}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {page.blocks.map((block) => (
        <BlockCard key={block.key} block={block} page={page} viewOf={viewOf} />
      ))}
    </div>
  )
}
