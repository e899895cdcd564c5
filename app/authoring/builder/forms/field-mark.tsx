import { Icon, type IconName } from '#app/ui/icon.tsx'
import type { FieldKind } from '#engine'

const marks = {
  text: { text: 'Aa' },
  longText: { icon: 'menu' },
  choice: { icon: 'check-circle' },
  choices: { icon: 'check' },
  yesNo: { icon: 'help' },
  number: { text: '12' },
  rupiah: { text: 'Rp' },
  date: { icon: 'calendar' },
  time: { icon: 'clock' },
  dateTime: { icon: 'calendar' },
  file: { icon: 'paperclip' },
  letterNumber: { text: '№' },
  phone: { icon: 'phone' },
  email: { icon: 'mail' },
  link: { icon: 'link' },
  nik: { icon: 'user' },
  nip: { icon: 'user' },
  position: { icon: 'users' },
  regulation: { icon: 'book' },
  group: { icon: 'copy' },
  note: { icon: 'info' },
} as const satisfies Record<FieldKind, { text: string } | { icon: IconName }>

/** The kind of a field as a small drawing; its name stands beside it. */
export function FieldMark({ kind }: { kind: FieldKind }) {
  const mark = marks[kind]
  return (
    <span className="field-mark" aria-hidden="true">
      {'text' in mark ? mark.text : <Icon name={mark.icon} small />}
    </span>
  )
}
