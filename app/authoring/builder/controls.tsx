import { type FocusEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Button, IconButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input, Select, type SelectOption } from '#app/ui/input.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { Edit } from '#engine'
import { useWorld } from './context.tsx'

type TextProps = {
  label: ReactNode
  help?: ReactNode
  value: string
  /** Gives the edits for what was typed; a refusal is said under the field and the words stay in it. */
  toEdits(text: string): readonly Edit[]
  /** What is typed in a row counts as one change. */
  changeKey: string
  required?: boolean
  long?: boolean
  rows?: number
  type?: 'text' | 'number'
  placeholder?: string
}

/**
 * A line of the draft. It shows what is typed, not what the schema made of it (trimmed, or refused while half written), and
 * falls back to the draft's words when it is left, or when they change otherwise: by undoing, or by a colleague.
 */
export function TextLine(props: TextProps) {
  // Another thing is shown under the same label: what was typed for the first one is over.
  return <TypedLine key={props.changeKey} {...props} />
}

function TypedLine({
  label,
  help,
  value,
  toEdits,
  changeKey,
  required = false,
  long,
  rows,
  type = 'text',
  placeholder,
}: TextProps) {
  const t = useT()
  const id = useId()
  const { store, readOnly } = useWorld()
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState(false)
  const byHand = useRef(false)
  const before = useRef(value)
  useEffect(() => {
    if (value !== before.current && !byHand.current) setTyped(null)
    before.current = value
    byHand.current = false
  })
  const change = (text: string) => {
    byHand.current = true
    setTyped(text)
    setRefused(!store.getState().edit(toEdits(text), { key: changeKey }))
  }
  const leave = (_: FocusEvent) => {
    if (!refused) setTyped(null)
  }
  const own = {
    id,
    value: typed ?? value,
    readOnly,
    placeholder,
    onBlur: leave,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
  }
  const error = refused ? t(typed?.trim() === '' ? 'builder.refusal.empty' : 'builder.refusal.invalid') : null
  return (
    <Field id={id} label={label} help={help} error={error} required={required} unmarked>
      {long ? <TextArea {...own} rows={rows ?? 3} /> : <Input {...own} type={type} />}
    </Field>
  )
}

type PickProps = {
  label: ReactNode
  help?: ReactNode
  value: string
  options: readonly SelectOption[]
  placeholder?: string
  onPick(value: string): void
}

export function Pick({ label, help, value, options, placeholder, onPick }: PickProps) {
  const id = useId()
  const { readOnly } = useWorld()
  return (
    <Field id={id} label={label} help={help} unmarked>
      <Select
        id={id}
        value={value}
        options={options}
        placeholder={placeholder}
        disabled={readOnly}
        onChange={(event) => onPick(event.target.value)}
      />
    </Field>
  )
}

type TickProps = { label: ReactNode; help?: ReactNode; checked: boolean; onTick(checked: boolean): void }

export function Tick({ label, help, checked, onTick }: TickProps) {
  const { readOnly } = useWorld()
  return (
    <label className="check">
      <input
        type="checkbox"
        className="check__input"
        checked={checked}
        disabled={readOnly}
        onChange={(event) => onTick(event.target.checked)}
      />
      <span>
        {label}
        {help && <span className="check__help">{help}</span>}
      </span>
    </label>
  )
}

/** Lines of text, one item each: what a step needs, what it gives. */
export function LineList({
  label,
  items,
  changeKey,
  toEdits,
}: {
  label: string
  items: readonly string[]
  changeKey: string
  toEdits(items: string[]): readonly Edit[]
}) {
  const t = useT()
  return (
    <TextLine
      label={label}
      help={t('builder.words.oneEachLine')}
      value={items.join('\n')}
      long
      rows={Math.max(2, items.length + 1)}
      changeKey={changeKey}
      toEdits={(text) =>
        toEdits(
          text
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        )
      }
    />
  )
}

/** Buttons that move and remove one item of a list. */
export function ItemTools({
  name,
  index,
  count,
  onMove,
  onRemove,
}: {
  name: string
  index: number
  count: number
  onMove(to: number): void
  onRemove?(): void
}) {
  const t = useT()
  const { readOnly } = useWorld()
  if (readOnly) return null
  return (
    <span className="item-tools">
      <IconButton
        icon="arrow-up"
        label={t('builder.item.up', { name })}
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
      />
      <IconButton
        icon="arrow-down"
        label={t('builder.item.down', { name })}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      />
      {onRemove && <IconButton icon="trash" label={t('builder.item.remove', { name })} onClick={onRemove} />}
    </span>
  )
}

export function AddButton({ children, onAdd }: { children: ReactNode; onAdd(): void }) {
  const { readOnly } = useWorld()
  if (readOnly) return null
  return (
    <Button type="button" size="small" icon="plus" onClick={onAdd}>
      {children}
    </Button>
  )
}
