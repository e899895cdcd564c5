import { useDeferredValue, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Segments } from '#app/ui/segments.tsx'
import type { Form } from '#engine'
import { useDefinition } from '../context.tsx'
import { FramedPage } from './framed-page.tsx'
import { LivePreview } from './live-preview.tsx'
import type { Asking } from './preview-step.ts'

export type Screen = 'desktop' | 'phone'
/** Widths of windows, in CSS pixels: a small office screen with its menu beside the form, and a cheap telephone. */
const widths: Readonly<Record<Screen, number>> = { desktop: 760, phone: 360 }

type Props = { node: Asking; formId: Form['id']; screen: Screen; onScreen(screen: Screen): void }

/** The form beside its making, on the screen and with the answers that are chosen. */
export function PreviewPane({ node, formId, screen, onScreen }: Props) {
  const t = useT()
  const [answers, setAnswers] = useState<'empty' | 'filled'>('filled')
  const filled = answers === 'filled'
  // Typing stays ahead of the drawing.
  const definition = useDeferredValue(useDefinition())
  const form = definition.forms.find(({ id }) => id === formId)
  return (
    <section className="design-preview" aria-label={t('builder.preview.title')}>
      <header className="design-preview__head">
        <Segments<Screen>
          label={t('builder.preview.screen')}
          options={(['desktop', 'phone'] as const).map((one) => ({ value: one, label: t(`builder.preview.${one}`) }))}
          value={screen}
          onChange={onScreen}
        />
        <Segments<'empty' | 'filled'>
          label={t('builder.preview.answers')}
          options={(['empty', 'filled'] as const).map((one) => ({ value: one, label: t(`builder.preview.${one}`) }))}
          value={answers}
          onChange={setAnswers}
        />
      </header>
      <div className="design-preview__screen" data-screen={screen}>
        <FramedPage title={t(`builder.preview.frame.${screen}`)} width={widths[screen]}>
          {form && <LivePreview key={answers} definition={definition} form={form} node={node} filled={filled} />}
        </FramedPage>
      </div>
      <p className="design-preview__foot">{t(filled ? 'builder.preview.filledHelp' : 'builder.preview.emptyHelp')}</p>
    </section>
  )
}
