import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useWorld } from '../context.tsx'
import { useChecks } from './context.ts'

/** In the top bar: whether the flow runs, or how much must be mended. Opens the list of findings. */
export function CheckCount() {
  const t = useT()
  const { store, findings } = useWorld()
  const { isDone } = useChecks()
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const checked = errors > 0 ? t('builder.bar.errors', { count: errors }) : t('builder.bar.sound')
  const words = isDone ? checked : t('builder.checks.waiting')
  return (
    <button
      type="button"
      className="check-count"
      data-errors={errors > 0 || undefined}
      title={words}
      onClick={() => store.getState().show({ side: 'problems' })}
    >
      <Icon name={errors > 0 ? 'danger' : 'check-circle'} small />
      <span className="check-count__words">{words}</span>
    </button>
  )
}
