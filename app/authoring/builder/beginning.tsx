import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useNewWords, useWorld } from './context.tsx'
import { usePaste } from './paste/use-paste.tsx'
import { planBeginning } from './steps.ts'

/** An empty canvas asks one question: who begins. */
export function Beginning() {
  const t = useT()
  const words = useNewWords()
  const { store } = useWorld()
  const paste = usePaste()
  const begin = (by: 'applicant' | 'staff') => {
    const plan = planBeginning(store.getState().history.present, by, words)
    store.getState().edit(plan.edits, { select: plan.select, name: true })
  }
  return (
    <div className="beginning">
      <h2>{t('builder.begin.title')}</h2>
      <p className="muted">{t('builder.begin.text')}</p>
      <div className="beginning__choices">
        <button type="button" className="beginning__choice" onClick={() => begin('applicant')}>
          <Icon name="user" />
          <strong>{t('builder.begin.applicant')}</strong>
          <span>{t('builder.begin.applicantText')}</span>
        </button>
        <button type="button" className="beginning__choice" onClick={() => begin('staff')}>
          <Icon name="building" />
          <strong>{t('builder.begin.staff')}</strong>
          <span>{t('builder.begin.staffText')}</span>
        </button>
        <button type="button" className="beginning__choice" onClick={paste.open}>
          <Icon name="table" />
          <strong>{t('builder.paste.begin')}</strong>
          <span>{t('builder.paste.beginText')}</span>
        </button>
      </div>
      {paste.dialog}
    </div>
  )
}
