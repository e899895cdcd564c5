import { useEffect, useMemo, useState } from 'react'
import { CommentForm } from '#app/authoring/comments/comment-form.tsx'
import { ThreadCard } from '#app/authoring/comments/thread-card.tsx'
import { topicChoices, topicKey, topicNow } from '#app/authoring/comments/topic.ts'
import { useT } from '#app/i18n/react.tsx'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/input.tsx'
import type { Thread } from '#app/use-cases/comments/read-threads.server.ts'
import type { Definition, EdgeId, LaneId, NodeId } from '#engine'
import { useBuilder, useDefinition, useWorld } from '../context.tsx'
import type { Selection } from '../store.ts'
import { type CommentFilter, useComments } from './comments-context.tsx'

/** The conversations about the draft: all that are open, those settled, or those about what is selected. */
export function CommentsPanel() {
  const t = useT()
  const definition = useDefinition()
  const selection = useBuilder((state) => state.selection)
  const { talk, send, zone, filter, setFilter } = useComments()
  const about = selection && topicKey(selection)
  const chosen: CommentFilter = filter === 'here' && about === null ? 'open' : filter
  const threads = talk.threads ?? []
  const shown = threads.filter((thread) => isShown(thread, chosen, about, definition))
  const [said, setSaid] = useState('')
  const sendAndSay = useMemo<typeof send>(
    () => async (form, values) => {
      const wrong = await send(form, values)
      setSaid(wrong === null ? t(`comments.done.${form}`) : '')
      return wrong
    },
    [send, t],
  )
  if (talk.threads === null) return <p className="muted small">{t(talk.failed ? 'comments.failed' : 'comments.loading')}</p>
  return (
    <div className="comment-panel">
      <Filter chosen={chosen} onChoose={setFilter} about={about} />
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {talk.mayComment ? <NewThread about={about} send={sendAndSay} /> : <p className="muted small">{t('comments.readOnly')}</p>}
      {shown.length === 0 ? (
        <p className="muted small">{t(`comments.none.${chosen}`)}</p>
      ) : (
        <ul className="comment-threads">
          {shown.map((thread) => (
            <li key={thread.id}>
              <ToTopic thread={thread} definition={definition}>
                {(topic, link) => (
                  <ThreadCard {...{ thread, topic, zone, link }} mayComment={talk.mayComment} send={sendAndSay} />
                )}
              </ToTopic>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What is said about a form's fields belongs to the step that asks them. */
function isShown({ topicKind, topicId, resolved }: Thread, filter: CommentFilter, about: string | null, { flow }: Definition) {
  if (filter !== 'here') return (resolved !== null) === (filter === 'resolved')
  if (about === topicKey({ kind: topicKind, id: topicId })) return true
  if (topicKind !== 'field') return false
  return flow.nodes.some((node) => about === `node:${node.id}` && 'form' in node && topicId.startsWith(`${node.form}/`))
}

type FilterProps = { chosen: CommentFilter; about: string | null; onChoose(filter: CommentFilter): void }
function Filter({ chosen, about, onChoose }: FilterProps) {
  const t = useT()
  const threads = useComments().talk.threads ?? []
  const count = (resolved: boolean) => threads.filter((thread) => (thread.resolved !== null) === resolved).length
  const choice = (filter: CommentFilter, label: string, many?: number) => (
    <button
      type="button"
      className="comment-filter__choice"
      aria-pressed={chosen === filter}
      disabled={filter === 'here' && about === null}
      onClick={() => onChoose(filter)}
    >
      {label} {many !== undefined && <span className="count">{many}</span>}
    </button>
  )
  return (
    <fieldset className="comment-filter">
      <legend className="visually-hidden">{t('comments.filter')}</legend>
      {choice('open', t('comments.filter.open'), count(false))}
      {choice('resolved', t('comments.filter.resolved'), count(true))}
      {choice('here', t(about?.startsWith('node:') ? 'comments.filter.hereStep' : 'comments.filter.here'))}
    </fieldset>
  )
}

function NewThread({ about, send }: { about: string | null; send: ReturnType<typeof useComments>['send'] }) {
  const t = useT()
  const definition = useDefinition()
  const choices = useMemo(() => topicChoices(definition, t), [definition, t])
  const [topic, setTopic] = useState(about ?? 'standard:')
  useEffect(() => setTopic(about ?? 'standard:'), [about])
  const options = choices.some(({ value }) => value === topic) ? choices : [...choices, ...lineChoice(topic, definition, t)]
  return (
    <CommentForm
      form="thread"
      about={{ topic }}
      label={t('comments.new')}
      button={t('comments.send')}
      send={send}
      rows={2}
      primary
      before={
        <Field id="comment-topic" label={t('comments.topic')} unmarked>
          <Select id="comment-topic" value={topic} options={options} onChange={(event) => setTopic(event.target.value)} />
        </Field>
      }
    />
  )
}

/** A line stands in the list only while it is selected: there are too many of them to choose from. */
function lineChoice(key: string, definition: Definition, t: ReturnType<typeof useT>) {
  const [topicKind = '', topicId = ''] = key.split(':')
  return [{ value: key, label: topicNow({ topicKind, topicId, topicName: '' }, definition, t).title }]
}

type ToTopicProps = {
  thread: Thread
  definition: Definition
  children(topic: ReturnType<typeof topicNow>, link: React.ReactNode): React.ReactNode
}

/** Leads to the topic on the canvas, as far as it stands there. */
function ToTopic({ thread, definition, children }: ToTopicProps) {
  const t = useT()
  const { store } = useWorld()
  const topic = topicNow(thread, definition, t)
  const target = topic.gone ? null : selectionOf(thread, definition)
  const link = target && (
    <button
      type="button"
      onClick={() => store.getState().select(target, { focus: true, tab: thread.topicKind === 'field' ? 'form' : undefined })}
      title={t('comments.goTo', { topic: topic.title })}
    >
      {topic.title}
    </button>
  )
  return children(topic, link)
}

function selectionOf({ topicKind, topicId }: Thread, { flow }: Definition): Selection {
  switch (topicKind) {
    case 'node':
      return { kind: 'node', id: topicId as NodeId }
    case 'edge':
      return { kind: 'edge', id: topicId as EdgeId }
    case 'lane':
      return { kind: 'lane', id: topicId as LaneId }
    case 'field': {
      const node = flow.nodes.find((one) => 'form' in one && one.form !== undefined && topicId.startsWith(`${one.form}/`))
      return node ? { kind: 'node', id: node.id } : null
    }
    default:
      return null
  }
}
