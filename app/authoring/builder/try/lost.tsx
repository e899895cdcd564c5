import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { useDefinition } from '../context.tsx'
import { refusedText } from './refused-text.ts'
import { useTrial } from './trial-context.tsx'

/** Where the draft was changed under a play, or a scenario goes on no further: as far as the same acts still led. */
export function Lost() {
  const t = useT()
  const definition = useDefinition()
  const { lost, acts } = useTrial(({ play }) => play)
  if (!lost) return null
  return (
    <Banner tone="warning" title={t('builder.try.lost.title', { n: acts.length + 1 })}>
      <p>{refusedText(lost.refusal, definition, t)}</p>
      <p>{t('builder.try.lost.text', { count: lost.acts.length })}</p>
    </Banner>
  )
}
