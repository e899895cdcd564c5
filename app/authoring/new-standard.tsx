import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerFor, FormErrors, type FormView, SelectField, ShownField, TextField } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped, typedValues } from '#app/read-form.ts'
import { sentForm } from '#app/sent-file.server.ts'
import { isMultipart } from '#app/server/body-limit.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FileInput } from '#app/ui/input.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { readNewStandard, readSource } from '#app/use-cases/definitions/read-sources.server.ts'
import { Slug } from '#engine/definition/ids.ts'
import { definitionIn } from './definition-file.ts'
import { authoringLinks } from './links.ts'
import { slugOf } from './slug-of.ts'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = valueOrPage(await readNewStandard({ visitor: await context.visitor() }, context.ports), request)
  return { ...page, title: translator(context.locale)('authoring.new.title') }
}

const NewStandard = z.object({
  agency: Slug,
  title: z.string().trim().min(1).max(200),
  slug: z.string().trim().max(80).default(''),
  kind: z.enum(['service', 'sop']),
  from: z.string().max(200).default(''),
  blocks: z.enum(['yes']).optional(),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const { typed, file } = await sent(request)
  const input = parseTyped(NewStandard, typed)
  if (!input.ok) return formRefused('standard', typed, input.refusal, request)
  const visitor = await context.visitor()
  const { agency: agencyId, title, kind } = input.value
  const slug = input.value.slug || slugOf(title)
  const read = definitionIn(file)
  if (!read.ok) return formRefused('standard', typed, read.refusal, request)
  const source = read.value ? undefined : await textToCopy(input.value.from)
  const begun = read.value ? { from: read.value } : source && { from: source.definition, copied: source.copied, source }
  const blocks = input.value.blocks === 'yes'
  const created = await createStandard({ visitor, agencyId, slug, title, kind, blocks, ...begun }, context.ports)
  if (!created.ok) return formRefused('standard', { ...typed, slug }, created.refusal, request)
  const home = `/susun/${agencyId}/${created.value.slug}`
  // Another agency's positions all stay behind: the page of the source asks who does the work here.
  if (source && source.agencyId !== agencyId) return redirect(`${home}/turunan?selesai=created`)
  if (created.value.dropped.length === 0) return redirect(home)
  return data({ home, dropped: created.value.dropped }, { status: 201 })

  async function textToCopy(source: string) {
    const [agencyId, slug, number] = source.split('/')
    if (!agencyId || !slug || !number || !/^[1-9]\d{0,5}$/.test(number)) return undefined
    return valueOrPage(await readSource({ visitor, agencyId, slug, number: Number(number) }, context.ports), request)
  }
}

async function sent(request: Request) {
  if (isMultipart(request.headers.get('Content-Type'))) return sentForm(request)
  return { typed: typedValues(await request.formData()), file: 'none' as const }
}

export default function NewStandardPage() {
  const t = useT()
  const { agencies, sources, title } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'dropped' in answer) return <Created {...answer} />
  const view: FormView = {
    form: 'standard',
    initial: { agency: agencies[0]?.id ?? '', kind: 'service' },
    answer: answerFor('standard', answer),
    labels: {
      agency: t('authoring.agency'),
      title: t('authoring.new.name'),
      slug: t('authoring.new.slug'),
      kind: t('authoring.new.kind'),
      from: t('authoring.new.from'),
      file: t('authoring.new.file'),
    },
  }
  const crumbs = [{ label: t('authoring.list.title'), href: '/susun' }, { label: title }]
  return (
    <div className="stack stack--loose">
      <PageHeader title={title} description={t('authoring.new.intro')} breadcrumbs={crumbs} />
      <FormErrors view={view} />
      <form method="post" encType="multipart/form-data" className="form">
        <SelectField view={view} name="agency" required options={agencies.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextField view={view} name="title" maxLength={200} help={t('authoring.new.nameHelp')} required />
        <TextField
          view={view}
          name="slug"
          maxLength={80}
          autoCapitalize="none"
          spellCheck={false}
          help={t('authoring.new.slugHelp')}
        />
        <SelectField
          view={view}
          name="kind"
          required
          options={(['service', 'sop'] as const).map((value) => ({ value, label: t(`authoring.new.kind.${value}`) }))}
        />
        <SelectField
          view={view}
          name="from"
          placeholder={t('authoring.new.empty')}
          help={t('authoring.new.fromHelp')}
          options={sources.map(({ agencyId, agencyName, slug, title, number, status }) => ({
            value: `${agencyId}/${slug}/${number}`,
            label: `${agencyName}: ${title} (${t('authoring.versionAs', { number, status: t(`authoring.status.${status}`) })})`,
          }))}
        />
        <ShownField view={view} name="file" help={t('authoring.new.fileHelp')}>
          <FileInput name="file" accept=".json,application/json" />
        </ShownField>
        <Checkbox
          name="blocks"
          value="yes"
          defaultChecked={view.answer === undefined || view.answer.typed.blocks === 'yes'}
          label={t('blocks.use')}
          help={t('blocks.useHelp')}
        />
        <div className="form__actions">
          <Button variant="primary">{t('authoring.new.submit')}</Button>
          <LinkButton variant="quiet" href="/susun">
            {t('common.cancel')}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}

type Dropped = { home: string; dropped: readonly { lane: string; position: string }[] }
/** Says which positions stayed behind, since the author has to name others. */
function Created({ home, dropped }: Dropped) {
  const t = useT()
  return (
    <div className="stack stack--loose">
      <PageHeader title={t('authoring.new.done')} />
      <Banner tone="warning" role="status" title={t('authoring.new.dropped')}>
        <ul>
          {dropped.map(({ lane, position }) => (
            <li key={`${lane} ${position}`}>{t('authoring.new.droppedOne', { lane, position })}</li>
          ))}
        </ul>
      </Banner>
      <div>
        <LinkButton href={home} variant="primary">
          {t('authoring.new.open')}
        </LinkButton>
      </div>
    </div>
  )
}
