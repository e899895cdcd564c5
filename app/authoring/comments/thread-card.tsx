import type { ReactNode } from 'react'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { Comment, Thread } from '#app/use-cases/comments/read-threads.server.ts'
import { CommentButton, CommentForm } from './comment-form.tsx'
import { Fold } from './fold.tsx'
import type { CommentForm as Form, Send } from './forms.ts'
import type { NamedTopic } from './topic.ts'

/** What was refused of a form on the page, to be shown at that form again. */
export type Refused = { form: Form; about: string; words: string; error: string } | null

type Props = {
  thread: Thread
  topic: NamedTopic
  zone: string
  mayComment: boolean
  send?: Send
  refused?: Refused
  /** The topic as something to go to. */
  link?: ReactNode
}

/** One conversation: where, who said what, and what can be done about it. */
export function ThreadCard({ thread, topic, zone, mayComment, send, refused, link }: Props) {
  const t = useT()
  const format = useFormat(zone)
  const { id, resolved } = thread
  return (
    <article
      className="thread"
      id={`utas-${id}`}
      tabIndex={-1}
      aria-label={t('comments.thread', { topic: topic.title })}
      data-resolved={resolved !== null || undefined}
    >
      <header className="thread__head">
        <span className="thread__topic">{link ?? topic.title}</span>
        {topic.gone && <GoneMark kind={thread.topicKind} />}
      </header>
      <ol className="thread__comments">
        {thread.comments.map((comment) => (
          <Said
            key={comment.id}
            comment={comment}
            {...{ zone, mayComment, send }}
            refused={refused?.about === comment.id ? refused : null}
          />
        ))}
      </ol>
      {resolved && (
        <p className="thread__resolved">
          <Icon name="check-circle" small />
          {t('comments.resolvedBy', { name: resolved.name ?? t('comments.someone'), at: format.dateTime(resolved.at) })}
        </p>
      )}
      {mayComment && (
        <footer className="thread__acts">
          {!resolved && (
            <Fold summary={t('comments.reply')} open={refused?.form === 'reply' && refused.about === id}>
              {(close) => (
                <CommentForm
                  form="reply"
                  about={{ thread: id }}
                  label={t('comments.replyTo')}
                  button={t('comments.send')}
                  initial={refused?.form === 'reply' && refused.about === id ? refused.words : undefined}
                  error={refused?.form === 'reply' && refused.about === id ? refused.error : null}
                  {...{ send }}
                  onSent={close}
                />
              )}
            </Fold>
          )}
          <CommentButton
            form={resolved ? 'reopen' : 'resolve'}
            about={{ thread: id }}
            button={t(resolved ? 'comments.reopen' : 'comments.resolve')}
            send={send}
          />
        </footer>
      )}
    </article>
  )
}

function GoneMark({ kind }: { kind: string }) {
  const t = useT()
  return (
    <span className="thread__gone">
      <Icon name="trash" small />
      {t(`comments.gone.${kind as 'node'}`)}
    </span>
  )
}

type SaidProps = Pick<Props, 'zone' | 'mayComment' | 'send' | 'refused'> & { comment: Comment }

function Said({ comment, zone, mayComment, send, refused }: SaidProps) {
  const t = useT()
  const format = useFormat(zone)
  const { id, name, words, at, editedAt, deleted, own } = comment
  return (
    <li className="said" data-own={own || undefined}>
      <p className="said__by">
        <strong>{own ? t('comments.you') : (name ?? t('comments.someone'))}</strong> <span>{format.dateTime(at)}</span>
        {editedAt !== null && !deleted && <span> · {t('comments.edited')}</span>}
      </p>
      {deleted ? <p className="said__gone">{t('comments.deleted')}</p> : <p className="said__words">{words}</p>}
      {own && !deleted && mayComment && (
        <div className="said__acts">
          <Fold summary={t('comments.edit')} open={refused?.form === 'edit'}>
            {(close) => (
              <CommentForm
                form="edit"
                about={{ comment: id }}
                label={t('comments.editOwn')}
                button={t('comments.save')}
                initial={refused?.form === 'edit' ? refused.words : words}
                error={refused?.form === 'edit' ? refused.error : null}
                {...{ send }}
                onSent={close}
              />
            )}
          </Fold>
          <Fold summary={t('comments.delete')}>
            {(close) => (
              <>
                <p className="small">{t('comments.deleteSure')}</p>
                <CommentButton
                  form="delete"
                  about={{ comment: id }}
                  button={t('comments.deleteYes')}
                  {...{ send }}
                  onSent={close}
                  danger
                />
              </>
            )}
          </Fold>
        </div>
      )}
    </li>
  )
}
