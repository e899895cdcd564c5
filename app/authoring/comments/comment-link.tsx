import { useT } from '#app/i18n/react.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { homeOf, type StandardKey } from '../standard-page.tsx'

type Props = { standard: StandardKey; counts: Readonly<Record<string, number>>; topic: string; name: string }

/** From a part of the words to the conversations about it. */
export function CommentLink({ standard, counts, topic, name }: Props) {
  const t = useT()
  const count = counts[topic] ?? 0
  const href = `${homeOf(standard)}/tinjau?tempat=${encodeURIComponent(topic)}#komentar`
  return (
    <LinkButton size="small" variant="quiet" icon="chat" href={href}>
      {count === 0 ? t('comments.about') : t('comments.aboutCount', { count })} <VisuallyHidden>{name}</VisuallyHidden>
    </LinkButton>
  )
}
