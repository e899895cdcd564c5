import { type ReactNode, useEffect, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { useBuilder, useWorld } from '../context.tsx'
import { hueOf } from './presence.tsx'

/** Who had the selected step open before this window did. */
function useHolder() {
  const { me, readOnly } = useWorld()
  return useBuilder(({ others, selection }) =>
    readOnly || selection?.kind !== 'node'
      ? undefined
      : others.find(({ step, first, personId }) => step === selection.id && first && personId !== me.id),
  )
}

/** Says that a colleague is changing the step, and asks before one writes too; nothing is locked for good. */
export function StepLock({ children }: { children: ReactNode }) {
  const t = useT()
  const holder = useHolder()
  const step = useBuilder(({ selection }) => (selection?.kind === 'node' ? selection.id : null))
  const [writing, setWriting] = useState<string | null>(null)
  useEffect(() => setWriting((allowed) => (allowed === step ? allowed : null)), [step])
  const asked = holder !== undefined && writing !== step
  return (
    <>
      <div role="status" className="step-lock-place">
        {holder && (
          <div className="step-lock" data-hue={hueOf(holder.personId)}>
            <p>{t('builder.together.editing', { name: holder.name })}</p>
            {asked && (
              <Button type="button" size="small" onClick={() => setWriting(step)}>
                {t('builder.together.writeToo')}
              </Button>
            )}
          </div>
        )}
      </div>
      <fieldset className="step-lock-fields" disabled={asked}>
        {children}
      </fieldset>
    </>
  )
}
