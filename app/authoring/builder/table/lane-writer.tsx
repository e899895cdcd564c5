import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useDefinition } from '../context.tsx'
import { laneCalled } from './cell-edits.ts'
import { useWriting, type WriterProps } from './cell-writer.tsx'

/** A lane from the list, or the name of a new one. */
export function LaneWriter(props: WriterProps) {
  const t = useT()
  const id = useId()
  const definition = useDefinition()
  const { typed, setTyped, wrong, finish, leave } = useWriting(props)
  const [touched, setTouched] = useState(false)
  const [at, setAt] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    input.current?.focus()
    if (props.text.length > 1) input.current?.select()
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [props.text])
  const name = typed.trim()
  const fresh = name !== '' && laneCalled(definition, name) === null
  const wanted = touched || props.text.length === 1 ? name.toLowerCase() : ''
  const lanes = definition.flow.lanes.filter((lane) => lane.name.toLowerCase().includes(wanted))
  const options = [
    ...lanes.map((lane) => ({ name: lane.name, words: lane.name, fresh: false })),
    ...(fresh ? [{ name, words: t('builder.table.newLane', { name }), fresh: true }] : []),
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((before) => (before + step + options.length) % Math.max(1, options.length))
    else if (event.key === 'Escape') leave()
    else if (event.key === 'Tab') finish(options[at]?.name ?? typed, event.shiftKey ? 'previous' : 'next')
    else if (event.key === 'Enter') finish(options[at]?.name ?? typed, 'down')
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        ref={input}
        className="step-table__writer"
        role="combobox"
        aria-label={props.label}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-lanes`}
        aria-autocomplete="list"
        aria-activedescendant={options[at] ? `${id}-${at}` : undefined}
        aria-invalid={wrong === null ? undefined : true}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setTouched(true)
          setAt(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish(typed, 'stay')}
      />
      <div
        ref={list}
        className="step-table__lanes menu"
        role="listbox"
        id={`${id}-lanes`}
        aria-label={t('builder.table.column.lane')}
      >
        {options.map((option, index) => (
          <div
            key={`${option.fresh} ${option.name}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="menu__item"
            onPointerDown={(event) => {
              event.preventDefault()
              finish(option.name, 'stay')
            }}
          >
            <Icon name={option.fresh ? 'plus' : 'users'} small />
            <span className="menu__label">{option.words}</span>
          </div>
        ))}
      </div>
      {wrong !== null && (
        <p className="step-table__wrong" role="alert">
          {wrong}
        </p>
      )}
    </>
  )
}
