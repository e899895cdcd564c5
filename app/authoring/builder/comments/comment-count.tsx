import { useT } from '#app/i18n/react.tsx'
import { IconButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useWorld } from '../context.tsx'
import type { Selection } from '../store.ts'
import { useCommentCount, useComments } from './comments-context.tsx'

/** The mark of open conversations on a card or a row; nothing where there are none. */
export function CommentCount({ kind, id }: { kind: 'node' | 'lane' | 'edge'; id: string }) {
  const t = useT()
  const count = useCommentCount(kind, id)
  if (count === 0) return null
  return (
    <span className="comment-count" title={t('comments.count', { count })}>
      <Icon name="chat" small />
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t('comments.count', { count })}</span>
    </span>
  )
}

/** Leads from what is selected to the conversations about it. */
export function CommentOn({ selection }: { selection: NonNullable<Selection> }) {
  const t = useT()
  const { store } = useWorld()
  const { talk, setFilter } = useComments()
  const count = useCommentCount(selection.kind, selection.id)
  if (talk.hidden) return null
  const open = () => {
    setFilter('here')
    store.getState().show({ side: 'comments', view: 'outline' })
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.comment-panel textarea')?.focus())
  }
  return (
    <IconButton
      icon="chat"
      label={count === 0 ? t('comments.about') : t('comments.aboutCount', { count })}
      data-count={count || undefined}
      className="comment-on"
      onClick={open}
    />
  )
}
