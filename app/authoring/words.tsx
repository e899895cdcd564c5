import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formRefused, throwRefusal, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import papers from '#app/public/papers.css?url'
import { type Typed, typedValues } from '#app/read-form.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { countTopics } from '#app/use-cases/comments/count-threads.server.ts'
import { editShownDraft } from '#app/use-cases/definitions/edit-shown-draft.server.ts'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { readStandardProfile } from '#app/use-cases/definitions/read-profile.server.ts'
import { readCitations } from '#app/use-cases/regulations/read-register.server.ts'
import {
  type AgencyProfile,
  applyEdits,
  componentTable,
  type Definition,
  decreePaper,
  type Publication,
  printDuration,
} from '#engine'
import { authoringLinks } from './links.ts'
import { doneAt, standardPlace } from './place.server.ts'
import { homeOf, StandardPage } from './standard-page.tsx'
import { editsOf } from './words-edits.ts'
import { WordsForm } from './words-fields.tsx'
import { fieldOf, rowCounts, wordsOf } from './words-form.ts'
import { WordsPaper } from './words-paper.tsx'

export const links = () => [...authoringLinks(), { rel: 'stylesheet', href: papers }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]

export async function loader(args: LoaderFunctionArgs) {
  const at = await standardPlace(args)
  const { ports } = args.context
  const [draft, agency, comments, citations] = await Promise.all([
    openDraft(at, ports),
    readStandardProfile(at, ports),
    countTopics(at, ports),
    readCitations(at, ports),
  ])
  const {
    definition,
    agency: agencyId,
    slug,
    agencyName,
    revision,
    readOnly,
    mayStart,
    number,
    status,
  } = valueOrPage(draft, args.request)
  const { profile, office } = valueOrPage(agency, args.request)
  const { locale } = args.context
  return {
    ...{ agencyId, slug, agencyName, readOnly, mayStart, number, status },
    revision: textOf({ number, revision }),
    title: definition.identity.title,
    kind: definition.identity.kind,
    tasks: definition.flow.nodes.filter((node) => node.kind === 'task').length,
    words: wordsOf(definition),
    rows: rowCounts(definition),
    conditional: definition.components.serviceTime.limits.map(({ when, label, duration }) =>
      when ? `${label ? `${label}: ` : ''}${printDuration(duration, locale)}` : null,
    ),
    contacts: profile.contacts,
    citations: valueOrPage(citations, args.request),
    paper: paperOf(definition, number, profile, office),
    comments,
    done: doneAt(args.request, ['saved']),
  }
}

/** The papers of these words as they would be printed now, without standing and number. */
function paperOf(definition: Definition, version: number, profile: AgencyProfile, office: string | null) {
  const publication: Publication = { status: 'published', version, digest: '', decree: null, supersededBy: null, office }
  return {
    table: componentTable(definition, publication, profile),
    decree: definition.decree && decreePaper(definition, publication, profile),
  }
}

/** Writes the words over the draft as it is now. Where a colleague wrote the same meanwhile, it is shown first; nothing is lost. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const at = await standardPlace(args)
  const typed = typedValues(await request.formData())
  const [number, revision] = String(typed.revision).split('.').map(Number)
  if (!Number.isSafeInteger(number) || !Number.isSafeInteger(revision)) return conflict(typed, null)
  const shown = { number: number ?? 0, revision: revision ?? 0 }
  const saved = await editShownDraft({ ...at, ...shown, change: (definition) => withWords(definition, typed) }, context.ports)
  if (saved.ok) return redirect(`${homeOf(at)}/komponen?selesai=saved`)
  if (saved.refusal.code === 'draft-conflict') return conflict(typed, saved.refusal.name || null)
  if (saved.refusal.code === 'not-found') throwRefusal(saved.refusal, request)
  return formRefused('words', typed, saved.refusal, request)
}

function withWords(definition: Definition, typed: Typed): Result<Definition> {
  const { edits, problems } = editsOf(typed, definition)
  if (problems.length > 0) return refuse({ code: 'invalid', errors: problems })
  const edited = applyEdits(definition, edits)
  if (edited.ok) return ok(edited.definition)
  const errors =
    edited.refusal.code === 'invalid' ? edited.refusal.errors.map((one) => ({ ...one, path: fieldOf(one.path) })) : []
  return refuse({ code: 'invalid', errors })
}

/** A revision counts within its version, so the form names both. */
const textOf = ({ number, revision }: { number: number; revision: number }) => `${number}.${revision}`

const conflict = (typed: Typed, name: string | null) => data({ form: 'words', typed, conflict: { name } }, { status: 409 })

export default function WordsPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const home = homeOf(page)
  return (
    <StandardPage standard={page} tab="words" intro={t('authoring.words.intro')} done={page.done && t('authoring.words.saved')}>
      {page.readOnly && (
        <Banner title={t(page.mayStart ? 'authoring.words.noDraft' : 'authoring.words.readOnly')}>
          {page.mayStart && (
            <p>
              <LinkButton size="small" href={`${home}/versi`}>
                {t('authoring.tab.versions')}
              </LinkButton>
            </p>
          )}
        </Banner>
      )}
      <div className="words-columns">
        <WordsForm page={page} answer={answer} />
        <WordsPaper {...page.paper} />
      </div>
    </StandardPage>
  )
}
