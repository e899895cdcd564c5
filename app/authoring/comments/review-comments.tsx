import type { FormAnswer } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { inputErrorText, refusalText } from '#app/refusals.ts'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/input.tsx'
import type { Thread } from '#app/use-cases/comments/read-threads.server.ts'
import type { Definition } from '#engine'
import { CommentForm } from './comment-form.tsx'
import { type Refused, ThreadCard } from './thread-card.tsx'
import { topicChoices, topicKey, topicNow } from './topic.ts'

export const commentFilters = ['terbuka', 'selesai'] as const
export type CommentFilter = (typeof commentFilters)[number]
const filterNames = { terbuka: 'open', selesai: 'resolved' } as const

type Props = {
  threads: readonly Thread[]
  mayComment: boolean
  definition: Definition
  zone: string
  filter: CommentFilter
  /** Only what is about this topic, as `topicKey` writes it. */
  topic: string | null
  /** The page with another filter. */
  addressOf(filter: CommentFilter): string
  answer: FormAnswer | undefined
}

/** The conversations beside the papers, as plain forms. */
export function ReviewComments({ threads, mayComment, definition, zone, filter, topic, addressOf, answer }: Props) {
  const t = useT()
  const refused = useRefused(answer)
  const here = threads.filter(({ topicKind: kind, topicId: id }) => topic === null || topicKey({ kind, id }) === topic)
  const count = (one: CommentFilter) => here.filter(({ resolved }) => (resolved !== null) === (one === 'selesai')).length
  const shown = here.filter(({ resolved }) => (resolved !== null) === (filter === 'selesai'))
  return (
    <section className="comment-panel" id="komentar" aria-labelledby="komentar-title">
      <h2 id="komentar-title">{t('comments.title')}</h2>
      <nav className="comment-filter" aria-label={t('comments.filter')}>
        {commentFilters.map((one) => (
          <a
            key={one}
            className="comment-filter__choice"
            href={addressOf(one)}
            aria-current={one === filter ? 'true' : undefined}
          >
            {t(`comments.filter.${filterNames[one]}`)} <span className="count">{count(one)}</span>
          </a>
        ))}
      </nav>
      {shown.length === 0 ? (
        <p className="muted">{t(topic ? 'comments.none.here' : `comments.none.${filterNames[filter]}`)}</p>
      ) : (
        <ul className="comment-threads">
          {shown.map((thread) => (
            <li key={thread.id}>
              <ThreadCard {...{ thread, zone, mayComment, refused }} topic={topicNow(thread, definition, t)} />
            </li>
          ))}
        </ul>
      )}
      {mayComment && <NewThread definition={definition} topic={topic} refused={refused} answer={answer} />}
    </section>
  )
}

function NewThread({
  definition,
  topic,
  refused,
  answer,
}: Pick<Props, 'definition' | 'topic' | 'answer'> & { refused: Refused }) {
  const t = useT()
  const own = refused?.form === 'thread' ? refused : null
  const chosen = own && typeof answer?.typed.topic === 'string' ? answer.typed.topic : (topic ?? 'standard:')
  return (
    <div className="thread">
      <h3>{t('comments.new')}</h3>
      <CommentForm
        form="thread"
        about={{}}
        label={t('comments.words')}
        button={t('comments.send')}
        initial={own?.words}
        error={own?.error}
        before={
          <Field id="comment-topic" label={t('comments.topic')} unmarked>
            <Select name="topic" defaultValue={chosen} options={topicChoices(definition, t)} />
          </Field>
        }
      />
    </div>
  )
}

/** The refusal of a posted form, as the words and the sentence that are shown at it again. */
function useRefused(answer: FormAnswer | undefined): Refused {
  const t = useT()
  if (!answer) return null
  const { form, typed, refusal } = answer
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '')
  const problem = refusal.code === 'invalid' ? refusal.errors[0] : undefined
  const error = problem ? inputErrorText(problem, t('comments.words'), t) : refusalText(refusal, t)
  return { form: form as NonNullable<Refused>['form'], about: text('comment') || text('thread'), words: text('words'), error }
}
