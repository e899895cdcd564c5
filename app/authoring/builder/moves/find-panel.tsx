import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { IconButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useBuilder, useDefinition, useWorld } from '../context.tsx'
import { focusOutline } from '../focus-return.ts'
import { stepsThatSay } from './find-steps.ts'

/** Finds steps by what they say and who does them, one after another. */
export function FindPanel() {
  const t = useT()
  const { store } = useWorld()
  const shown = useBuilder((state) => state.sight.find)
  const definition = useDefinition()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const found = useMemo(() => stepsThatSay(definition, words, t), [definition, words, t])
  useEffect(() => {
    if (shown) field.current?.select()
  }, [shown])
  if (!shown) return null
  const go = (to: number) => {
    const index = (to + found.length) % Math.max(1, found.length)
    const id = found[index]
    setAt(index)
    if (id) store.getState().select({ kind: 'node', id }, { focus: true })
  }
  const close = () => {
    store.getState().show({ find: false })
    focusOutline()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') go(event.shiftKey ? at - 1 : isAt(found[at]) ? at + 1 : at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isAt = (id: string | undefined) => {
    const { selection } = store.getState()
    return selection?.kind === 'node' && selection.id === id
  }
  return (
    <search className="find-panel">
      <Icon name="search" small />
      <input
        ref={field}
        aria-label={t('builder.find.label')}
        placeholder={t('builder.find.placeholder')}
        value={words}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
          const [first] = stepsThatSay(definition, event.target.value, t)
          if (first) store.getState().select({ kind: 'node', id: first }, { focus: true })
        }}
      />
      <output className="find-panel__count">
        {words.trim() === ''
          ? ''
          : found.length === 0
            ? t('builder.find.none')
            : t('builder.find.count', { at: at + 1, count: found.length })}
      </output>
      <IconButton icon="chevron-up" label={t('builder.find.before')} disabled={found.length === 0} onClick={() => go(at - 1)} />
      <IconButton icon="chevron-down" label={t('builder.find.next')} disabled={found.length === 0} onClick={() => go(at + 1)} />
      <IconButton icon="cross" label={t('common.close')} onClick={close} />
    </search>
  )
}
