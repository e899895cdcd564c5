import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerFor, FormErrors, type FormView, LongField } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import type { Ports } from '#app/ports.ts'
import { typedValues } from '#app/read-form.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select } from '#app/ui/input.tsx'
import { moveInstances } from '#app/use-cases/migrations/move-instances.server.ts'
import { planMoves } from '#app/use-cases/migrations/plan-moves.server.ts'
import { readMoves } from '#app/use-cases/migrations/read-moves.server.ts'
import { undoMoves } from '#app/use-cases/migrations/undo-moves.server.ts'
import { authoringLinks } from './links.ts'
import { MoveCard } from './moves/move-card.tsx'
import { chosenIds, chosenMoves } from './moves/moves-form.ts'
import { type MoveLists, moveLists } from './moves/moves-view.server.ts'
import { sentOnce } from './moves/sent-once.server.ts'
import { doneAt, standardPlace, versionNumber } from './place.server.ts'
import { homeOf, StandardPage } from './standard-page.tsx'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const at = await standardPlace(args)
  const page = valueOrPage(await readMoves(at, context.ports), request)
  const query = new URL(request.url).searchParams
  const version = versionNumber(query.get('versi')) ?? page.versions[0]?.number ?? null
  const after = versionNumber(query.get('sesudah')) ?? 0
  const planned = version === null ? null : valueOrPage(await planMoves({ ...at, version, after }, context.ports), request)
  return {
    ...{ agencyId: at.agencyId, slug: at.slug, version, done: doneAt(request, ['moved', 'undone']) },
    ...page,
    versions: page.versions.map(({ number }) => number),
    lists: planned && moveLists(planned.items, planned.to),
    next: planned?.next ?? null,
    formKey: context.ports.newSecret(16),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const at = await standardPlace(args)
  const typed = typedValues(await request.formData())
  const reason = String(typed.reason ?? '')
  const home = `${homeOf(at)}/pindah`
  const form = typed.form === 'undo' ? 'undo' : 'move'
  const version = versionNumber(String(typed.version ?? '')) ?? 0
  const act = (ports: Ports) =>
    form === 'undo'
      ? undoMoves({ ...at, instanceIds: chosenIds(typed), reason }, ports)
      : moveInstances({ ...at, version, moves: chosenMoves(typed), reason }, ports)
  const to = form === 'undo' ? `${home}?selesai=undone` : `${home}?versi=${version}&selesai=moved`
  const done = await sentOnce({ visitor: at.visitor, form: `${home}:${form}`, typed, act, to }, context.ports)
  if (done.ok) return redirect(done.value)
  // A key that was used for something else is given up: another sending needs a new one, which the page makes.
  const reused = done.refusal.code === 'conflict' && done.refusal.what === 'request-key'
  return formRefused(form, reused ? { ...typed, key: '' } : typed, done.refusal, request)
}

export default function MovesPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const view = (form: 'move' | 'undo'): FormView => ({
    form,
    initial: {},
    answer: answerFor(form, answer),
    labels: { reason: t('moves.reason'), instances: t('moves.title') },
  })
  return (
    <StandardPage
      standard={page}
      tab="moves"
      intro={t('moves.intro')}
      done={page.done && t(page.done === 'moved' ? 'moves.done' : 'moves.undone')}
    >
      <FormErrors view={view('move')} />
      <FormErrors view={view('undo')} />
      {page.version === null ? (
        <EmptyState title={t('moves.noVersions')} />
      ) : (
        <>
          <TargetForm versions={page.versions} version={page.version} />
          {page.lists && <MoveForm page={page} lists={page.lists} version={page.version} view={view('move')} />}
        </>
      )}
      {page.undoable.length > 0 && <UndoForm undoable={page.undoable} formKey={page.formKey} view={view('undo')} />}
    </StandardPage>
  )
}

function TargetForm({ versions, version }: { versions: readonly number[]; version: number }) {
  const t = useT()
  const options = versions.map((number) => ({ value: String(number), label: t('authoring.versionName', { number }) }))
  return (
    <form method="get" className="cluster">
      <label htmlFor="target-version">{t('moves.version')}</label>
      <Select id="target-version" name="versi" options={options} defaultValue={String(version)} />
      <Button>{t('moves.show')}</Button>
    </form>
  )
}

type Shown = { agencyId: string; slug: string; next: number | null; formKey: string }

/** The key of a form that was refused stays its own: what it asked for is not done yet. */
const FormKey = ({ view, fresh }: { view: FormView; fresh: string }) => (
  <input type="hidden" name="key" value={String(view.answer?.typed.key ?? '') || fresh} />
)

function MoveForm({ page, lists, version, view }: { page: Shown; lists: MoveLists; version: number; view: FormView }) {
  const t = useT()
  if (Object.values(lists).every((list) => list.length === 0)) return <EmptyState title={t('moves.none')} />
  return (
    <form method="post" className="stack">
      <input type="hidden" name="version" value={version} />
      <FormKey view={view} fresh={page.formKey} />
      {(['safe', 'choice', 'finish'] as const).map(
        (verdict) =>
          lists[verdict].length > 0 && (
            <Card key={verdict} title={t(`moves.${verdict}`, { count: lists[verdict].length })}>
              {verdict === 'finish' && <p className="muted">{t('moves.finishText')}</p>}
              <ul className="moves">
                {lists[verdict].map((line) => (
                  <MoveCard
                    key={line.id}
                    line={line}
                    href={`/kerja/permohonan/${page.agencyId}/${line.id}`}
                    movable={verdict !== 'finish'}
                    ticked={verdict === 'safe'}
                    typed={view.answer?.typed}
                  />
                ))}
              </ul>
            </Card>
          ),
      )}
      {page.next !== null && <a href={`${homeOf(page)}/pindah?versi=${version}&sesudah=${page.next}`}>{t('moves.next')}</a>}
      <LongField view={view} name="reason" rows={2} required help={t('moves.reasonHelp')} />
      <div className="form__actions">
        <Button name="form" value="move" variant="primary">
          {t('moves.submit')}
        </Button>
      </div>
    </form>
  )
}

type Undoable = readonly { id: string; number: number; title: string; version: number; from: number }[]

function UndoForm({ undoable, formKey, view }: { undoable: Undoable; formKey: string; view: FormView }) {
  const t = useT()
  return (
    <Card title={t('moves.undo.title')}>
      <form method="post" className="form">
        <FormKey view={view} fresh={formKey} />
        <p>{t('moves.undo.text')}</p>
        {undoable.map(({ id, number, title, version, from }) => (
          <Checkbox
            key={id}
            name="undo[]"
            value={id}
            defaultChecked={chosenIds(view.answer?.typed ?? {}).includes(id)}
            label={t('moves.undo.pick', { number, title, version, from })}
          />
        ))}
        <LongField view={view} name="reason" rows={2} required help={t('moves.reasonHelp')} />
        <div className="form__actions">
          <Button name="form" value="undo">
            {t('moves.undo.submit')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
