import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { useWorld } from '../context.tsx'

export type Way = 'down' | 'next' | 'previous' | 'stay'
export type WriterProps = {
  label: string
  text: string
  /** Puts what was typed into the draft and goes on; a sentence where it cannot. */
  onWritten(text: string, way: Way): string | null
  onLeave(): void
}

/** What was typed, where it goes, and what is wrong with it; nothing typed is lost while something is. */
export function useWriting({ text, onWritten, onLeave }: WriterProps) {
  const [typed, setTyped] = useState(text)
  const [wrong, setWrong] = useState<string | null>(null)
  const t = useT()
  const { store } = useWorld()
  const over = useRef(false)
  // A row that a colleague takes away takes the cell with it: what was typed there is told, to be copied.
  const gone = useRef<() => void>(() => undefined)
  gone.current = () => {
    if (!over.current && typed !== text) store.getState().say(t('builder.table.gone', { words: typed }))
  }
  useEffect(() => () => gone.current(), [])
  const finish = (words: string, way: Way) => {
    if (over.current) return
    const problem = onWritten(words, way)
    over.current = problem === null
    setWrong(problem)
  }
  const leave = () => {
    over.current = true
    onLeave()
  }
  return { typed, setTyped, wrong, finish, leave }
}

/** A cell that is written in: Enter goes down, Tab goes on, Alt with Enter begins a line, Escape leaves it as it was. */
export function CellWriter(props: WriterProps) {
  const { typed, setTyped, wrong, finish, leave } = useWriting(props)
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (element) asHighAsItsWords(element)
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave()
    else if (event.key === 'Tab') finish(typed, event.shiftKey ? 'previous' : 'next')
    else if (event.key === 'Enter' && event.altKey) setTyped(withBreak(event.currentTarget))
    else if (event.key === 'Enter' && !event.shiftKey) finish(typed, 'down')
    else return
    event.preventDefault()
  }
  return (
    <>
      <textarea
        ref={area}
        className="step-table__writer"
        aria-label={props.label}
        aria-invalid={wrong === null ? undefined : true}
        rows={1}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          asHighAsItsWords(event.target)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish(typed, 'stay')}
      />
      {wrong !== null && (
        <p className="step-table__wrong" role="alert">
          {wrong}
        </p>
      )}
    </>
  )
}

function asHighAsItsWords(area: HTMLTextAreaElement): void {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}

function withBreak(area: HTMLTextAreaElement): string {
  area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end')
  asHighAsItsWords(area)
  return area.value
}
