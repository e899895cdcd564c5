import { CommentLink } from './comments/comment-link.tsx'
import type { WordsPage } from './words-page.ts'

/** The way to what was said about a part. */
export function TalkOf({ page, topic, name }: { page: WordsPage; topic: string; name: string }) {
  return page.comments && <CommentLink standard={page} counts={page.comments} topic={topic} name={name} />
}
