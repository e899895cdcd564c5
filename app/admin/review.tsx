import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerFor, FormErrors, type FormView, SelectField, TextField } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import type { Typed } from '#app/read-form.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/input.tsx'
import { readReviewSettings, saveReviewSettings } from '#app/use-cases/agencies/review-settings.server.ts'
import { adminLinks } from './admin-links.ts'
import { agencyHead, agencyPlace, postedForm } from './agency-args.server.ts'
import { AgencyPage } from './agency-page.tsx'
import {
  agencyReviewAsTyped,
  approverNames,
  readAgencyReview,
  readStandardReview,
  ruleModes,
  standardReviewAsTyped,
} from './review-form.ts'

export const links = adminLinks
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title} · ${page?.agency.name}` }]

const scopeOf = (request: Request) => new URL(request.url).searchParams.get('standar') ?? ''

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args
  const { agency, saved } = await agencyHead(args)
  const settings = valueOrPage(await readReviewSettings(await agencyPlace(args), context.ports), request)
  const { positions, standards, mayEdit } = settings
  const slug = scopeOf(request)
  const standard = standards.find((one) => one.slug === slug)
  if (slug !== '' && !standard) throw new Response(null, { status: 404 })
  return {
    ...{ agency: { id: agency.id, name: agency.name }, saved, mayEdit, positions, slug },
    standards: standards.map(({ slug: value, title: label }) => ({ value, label })),
    typed: standard ? standardReviewAsTyped(standard.review) : agencyReviewAsTyped(settings.agency),
    title: translator(context.locale)('admin.review.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const place = await agencyPlace(args)
  const typed = await postedForm(request)
  const slug = scopeOf(request)
  const saved = await save()
  if (!saved.ok) return formRefused('review', typed, saved.refusal, request)
  const scope = slug === '' ? '' : `&standar=${encodeURIComponent(slug)}`
  return redirect(`/kelola/${place.agencyId}/peninjauan?tersimpan=1${scope}`)

  async function save() {
    if (slug === '') {
      const review = readAgencyReview(typed)
      return review.ok ? saveReviewSettings({ ...place, scope: 'agency', review: review.value }, context.ports) : review
    }
    const review = readStandardReview(typed)
    return review.ok ? saveReviewSettings({ ...place, scope: 'standard', slug, review: review.value }, context.ports) : review
  }
}

export default function ReviewSettingsPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { agency, saved, mayEdit, standards, slug, title } = page
  return (
    <AgencyPage agency={agency} tab="review" title={title} intro={t('admin.review.intro')} readOnly={!mayEdit} saved={saved}>
      <form method="get" className="review-scope">
        <Field id="review-scope" label={t('admin.review.scope')} unmarked>
          <Select name="standar" defaultValue={slug} options={standards} placeholder={t('admin.review.whole')} />
        </Field>
        <Button>{t('admin.review.show')}</Button>
      </form>
      <SettingsForm key={slug} answer={answerFor('review', useActionData<typeof action>())} page={page} />
    </AgencyPage>
  )
}

type FormPage = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'positions' | 'mayEdit' | 'slug'> & { typed: Typed }

function SettingsForm({ answer, page }: { answer: FormView['answer']; page: FormPage }) {
  const t = useT()
  const { positions, mayEdit, slug } = page
  const position = (n: number) => t('admin.review.position', { n })
  const view: FormView = {
    form: 'review',
    initial: page.typed,
    answer,
    labels: {
      mode: t('admin.review.mode'),
      months: t('admin.review.months'),
      dueOn: t('admin.review.dueOn'),
      ...Object.fromEntries(approverNames.map((name, index) => [name, position(index + 1)])),
    },
  }
  const modes = ruleModes.map((mode) => ({ value: mode, label: t(`admin.review.mode.${mode}`) }))
  const choices = positions.map(({ id, title, approvers }) => ({
    value: id,
    label: approvers.length > 0 ? `${title} (${approvers.join(', ')})` : t('admin.review.withoutRight', { title }),
  }))
  return (
    <form method="post" className="stack stack--loose">
      <FormErrors view={view} />
      <fieldset disabled={!mayEdit} className="stack stack--loose">
        <Card title={t('admin.review.approval')}>
          <p className="muted">{t('admin.review.positionHelp')}</p>
          <div className="form">
            <SelectField
              view={view}
              name="mode"
              options={modes}
              placeholder={t(slug === '' ? 'admin.review.mode.default' : 'admin.review.mode.inherit')}
              help={t('admin.review.sentAlready')}
            />
            {approverNames.map((name) => (
              <SelectField key={name} view={view} name={name} options={choices} placeholder={t('admin.review.positionNone')} />
            ))}
          </div>
        </Card>
        <Card title={t('admin.review.again')}>
          <div className="form">
            {slug === '' ? (
              <TextField
                view={view}
                name="months"
                inputMode="numeric"
                maxLength={3}
                help={t('admin.review.monthsHelp')}
                short
                required
              />
            ) : (
              <TextField view={view} name="dueOn" type="date" help={t('admin.review.dueOnHelp')} short />
            )}
          </div>
        </Card>
      </fieldset>
      {mayEdit && (
        <div className="form__actions">
          <Button name="form" value="review" variant="primary">
            {t('common.save')}
          </Button>
        </div>
      )}
    </form>
  )
}
