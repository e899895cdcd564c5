import type { InputProblem, Typed } from '#app/read-form.ts'
import { componentKeys, type Definition, type Duration, Duration as DurationSchema, type Edit, type Regulation } from '#engine'
import { channelKinds, decreeLists, listKeys, rowCounts, sopLists, sopTexts } from './words-form.ts'
import { itemsOf, readTariff } from './words-lines.ts'

/** What was typed, read field by field; what cannot be read is a problem of its field. */
type Sheet = {
  definition: Definition
  problems: InputProblem[]
  text(name: string): string
  items(name: string): string[]
}

/** What was typed as edits of `definition`, which keeps what the form does not show. */
export function editsOf(typed: Typed, definition: Definition): { edits: Edit[]; problems: InputProblem[] } {
  const raw = (name: string) => String(typed[name] ?? '')
  const sheet: Sheet = {
    definition,
    problems: [],
    text: (name) => raw(name).trim(),
    items: (name) => itemsAdded(raw(name), raw(`${name}-add`)),
  }
  const { text, items, problems } = sheet
  const serviceTime = serviceTimeOf(sheet)
  const complaints = complaintsOf(sheet)
  const fee = feeOf(sheet, raw('feeLines'))
  const staffing = staffingOf(sheet)
  if (text('title') === '') problems.push({ path: 'title', code: 'required' })
  const edits: Edit[] = [
    {
      type: 'SetIdentity',
      patch: {
        title: text('title') || definition.identity.title,
        summary: text('summary') || undefined,
        unit: text('unit') || undefined,
      },
    },
    ...listKeys.map((key): Edit => ({ type: 'SetComponent', key, value: { items: items(key) } })),
    { type: 'SetComponent', key: 'procedure', value: { intro: items('procedureIntro'), notes: items('procedureNotes') } },
    { type: 'SetComponent', key: 'serviceTime', value: serviceTime },
    { type: 'SetComponent', key: 'fee', value: fee },
    { type: 'SetComponent', key: 'complaints', value: complaints },
    {
      type: 'SetComponent',
      key: 'legalBasis',
      value: { items: regulations(sheet, 'legalBasis', definition.components.legalBasis.items) },
    },
    { type: 'SetComponent', key: 'staffing', value: staffing },
    { type: 'SetLabels', labels: Object.assign({}, ...componentKeys.map((key) => optional(key, text(`heading-${key}`)))) },
    { type: 'SetSop', sop: sopOf(sheet) },
    { type: 'SetDecree', decree: decreeOf(sheet) },
  ]
  return { edits, problems }
}

/** The lines of a list, and behind them one that was chosen from a register beside it, unless it stands there already. */
function itemsAdded(lines: string, added: string): string[] {
  const items = itemsOf(lines)
  return [...items, ...itemsOf(added).filter((item) => !items.includes(item))]
}

type Components = Definition['components']

const optional = <K extends string>(key: K, value: string) => (value === '' ? {} : ({ [key]: value } as { [P in K]: string }))
const rows = (count: number) => Array.from({ length: count }, (_, i) => i)
const regulations = ({ items }: Sheet, name: string, before: readonly Regulation[]) =>
  items(name).map((words) => before.find((one) => one.text === words) ?? { text: words })

function durationOf({ text, problems }: Sheet, prefix: string, base: Duration | undefined): Duration | null {
  const raw = text(`${prefix}-amount`)
  const unit = text(`${prefix}-unit`)
  if (raw === '' && unit !== 'sameDay') return null
  const { note: _note, upTo, ...kept } = base ?? DurationSchema.parse({ amount: 0, unit: 'workingDay' })
  const same = base?.amount === Number(raw) && base.unit === unit
  const parsed = DurationSchema.safeParse({
    ...kept,
    ...(same && upTo !== undefined ? { upTo } : {}),
    amount: Number(raw || '0'),
    unit,
    maximum: text(`${prefix}-maximum`) === 'yes',
    ...optional('note', text(`${prefix}-note`)),
  })
  if (!parsed.success) problems.push({ path: `${prefix}-amount`, code: 'wrong-type' })
  return parsed.success ? parsed.data : null
}

function serviceTimeOf(sheet: Sheet): { limits: Components['serviceTime']['limits']; notes: string[] } {
  const { definition, text, items } = sheet
  const limits = rows(rowCounts(definition).limits).flatMap((i) => {
    const before = definition.components.serviceTime.limits[i]
    if (before?.when) return [before]
    const time = durationOf(sheet, `time-${i}`, before?.duration)
    return time ? [{ ...optional('label', text(`time-${i}-label`)), duration: time }] : []
  })
  return { limits, notes: items('timeNotes') }
}

/** The rows of channels as they were typed; a row without a kind is none. */
export function channelsOf(text: (name: string) => string, count: number): Components['complaints']['channels'] {
  return rows(count).flatMap((i) => {
    const kind = channelKinds.find((one) => one === text(`channel-${i}-kind`))
    const words = {
      ...optional('text', text(`channel-${i}-text`)),
      ...optional('value', text(`channel-${i}-value`)),
      ...optional('contact', text(`channel-${i}-contact`)),
    }
    return kind ? [{ kind, ...words }] : []
  })
}

function complaintsOf(sheet: Sheet): Components['complaints'] {
  const { definition, text, items, problems } = sheet
  const counts = rowCounts(definition)
  const channels = channelsOf(text, counts.channels)
  const limits = rows(counts.complaintLimits).flatMap((i) => {
    const name = text(`class-${i}-class`)
    if (name === '') return []
    const time = durationOf(sheet, `class-${i}`, definition.components.complaints.limits[i]?.duration)
    if (!time) problems.push({ path: `class-${i}-amount`, code: 'required' })
    return time ? [{ class: name, duration: time }] : []
  })
  return { channels, flow: items('complaintFlow'), limits }
}

function feeOf({ text, items, problems }: Sheet, lines: string): Components['fee'] {
  switch (text('fee')) {
    case 'free':
      return { kind: 'free', words: items('feeWords') }
    case 'tariff': {
      const tariff = readTariff(lines)
      if (tariff === null) problems.push({ path: 'feeLines', code: 'bad-tariff' })
      return { kind: 'tariff', lines: tariff ?? [], ...optional('basis', text('feeBasis')) }
    }
    default:
      return { kind: 'unset' }
  }
}

function staffingOf({ text, problems }: Sheet): Components['staffing'] {
  const count = text('staffCount')
  const readable = /^\d{1,5}$/.test(count)
  if (count !== '' && !readable) problems.push({ path: 'staffCount', code: 'wrong-type' })
  return { ...(readable ? { count: Number(count) } : {}), ...optional('text', text('staffText')) }
}

function sopOf(sheet: Sheet): Definition['sop'] {
  const { definition, text, items } = sheet
  if (definition.identity.kind !== 'sop' && text('sop') !== 'yes') return null
  const words = Object.assign({}, ...sopTexts.map((key) => optional(key, text(`sop-${key}`))))
  const [qualifications = [], related = [], equipment = [], warnings = [], records = []] = sopLists.map((key) =>
    items(`sop-${key}`),
  )
  const legalBasis = regulations(sheet, 'sop-legalBasis', definition.sop?.legalBasis ?? [])
  return { ...words, qualifications, related, equipment, warnings, records, legalBasis }
}

function decreeOf({ text, items, problems }: Sheet): Definition['decree'] {
  const [considering = [], recalling = [], dictums = [], copies = []] = decreeLists.map((key) => items(`decree-${key}`))
  const lists = { considering, recalling, dictums, copies }
  const about = text('decree-about')
  const others = text('decree-decides') + text('decree-place')
  const empty = about + others === '' && Object.values(lists).every((list) => list.length === 0)
  if (empty) return null
  if (about === '') problems.push({ path: 'decree-about', code: 'required' })
  return {
    about: about || '…',
    ...lists,
    ...optional('decides', text('decree-decides')),
    ...optional('place', text('decree-place')),
  }
}
