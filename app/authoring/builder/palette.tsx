import type { DragEvent } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useNewWords, useWorld } from './context.tsx'
import { dragType, kindIcon, paletteKinds } from './kinds.ts'
import { type NewKind, planAfter } from './steps.ts'

/** What may be put on the canvas: dragged there, or with a press added after the step that is selected. */
export function Palette() {
  const t = useT()
  const words = useNewWords()
  const { store } = useWorld()
  const add = (kind: NewKind) => {
    const { history, selection, edit } = store.getState()
    const after = selection?.kind === 'node' ? selection.id : null
    const plan = planAfter(history.present, after, kind, words, selection?.kind === 'lane' ? selection.id : undefined)
    if (plan) edit(plan.edits, { select: plan.select, name: true })
  }
  const drag = (event: DragEvent, kind: NewKind) => {
    event.dataTransfer.setData(dragType, kind)
    event.dataTransfer.effectAllowed = 'copy'
  }
  return (
    <div className="palette" role="toolbar" aria-label={t('builder.palette.label')}>
      {paletteKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="palette__item"
          data-kind={kind}
          draggable
          disabled={kind === 'call' && words.standard === null}
          onDragStart={(event) => drag(event, kind)}
          onClick={() => add(kind)}
          title={t(kind === 'call' && words.standard === null ? 'builder.call.none' : `builder.palette.hint.${kind}`)}
        >
          <Icon name={kindIcon[kind]} />
          <span>{t(`builder.kind.${kind}`)}</span>
        </button>
      ))}
    </div>
  )
}
