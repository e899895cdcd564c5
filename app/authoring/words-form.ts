import type { InputProblem, Typed } from '#app/read-form.ts'
import { componentKeys, type Definition, type Duration, Duration as DurationSchema, type Edit, type Regulation } from '#engine'
import { itemsOf, linesOf, readTariff, tariffOf } from './words-lines.ts'

const listKeys = [
  'requirements',
  'products',
  'facilities',
  'competence',
  'supervision',
  'serviceGuarantee',
  'safetyGuarantee',
  'evaluation',
] as const
export const sopTexts = ['name', 'number', 'madeOn', 'revisedOn', 'effectiveOn'] as const
export const sopLists = ['qualifications', 'related', 'equipment', 'warnings', 'records'] as const
export const decreeLists = ['considering', 'recalling', 'dictums', 'copies'] as const
export const channelKinds = [
  'inPerson',
  'box',
  'letter',
  'whatsapp',
  'phone',
  'email',
  'web',
  'instagram',
  'twitter',
  'facebook',
  'other',
] as const
export const units = ['minute', 'hour', 'workingDay', 'calendarDay', 'week', 'month', 'sameDay'] as const

/** Rows of the form: those filled and some to fill. */
export const rowCounts = ({ components }: Definition) => ({
  limits: components.serviceTime.limits.length + 1,
  channels: components.complaints.channels.length + 2,
  complaintLimits: components.complaints.limits.length + 1,
})

type Row = Record<string, string>
const duration = (prefix: string, { amount, unit, maximum, note = '' }: Duration): Row => ({
  [`${prefix}-amount`]: String(amount),
  [`${prefix}-unit`]: unit,
  [`${prefix}-maximum`]: maximum ? 'yes' : '',
  [`${prefix}-note`]: note,
})

/** The words of a definition as the fields of the form. */
export function wordsOf(definition: Definition): Record<string, string> {
  const { identity, components: c, sop, decree } = definition
  const fee = c.fee
  return {
    title: identity.title,
    summary: identity.summary ?? '',
    unit: identity.unit ?? '',
    ...Object.fromEntries(listKeys.map((key) => [key, linesOf(c[key].items)])),
    procedureIntro: linesOf(c.procedure.intro),
    procedureNotes: linesOf(c.procedure.notes),
    timeNotes: linesOf(c.serviceTime.notes),
    ...Object.assign(
      {},
      ...c.serviceTime.limits.map((limit, i) => ({
        ...duration(`time-${i}`, limit.duration),
        [`time-${i}-label`]: limit.label ?? '',
      })),
    ),
    fee: fee.kind,
    feeWords: fee.kind === 'free' ? linesOf(fee.words) : '',
    feeLines: fee.kind === 'tariff' ? tariffOf(fee.lines) : '',
    feeBasis: fee.kind === 'tariff' ? (fee.basis ?? '') : '',
    ...Object.assign(
      {},
      ...c.complaints.channels.map((channel, i) => ({
        [`channel-${i}-kind`]: channel.kind,
        [`channel-${i}-value`]: channel.value ?? '',
        [`channel-${i}-contact`]: channel.contact ?? '',
        [`channel-${i}-text`]: channel.text ?? '',
      })),
    ),
    complaintFlow: linesOf(c.complaints.flow),
    ...Object.assign(
      {},
      ...c.complaints.limits.map((limit, i) => ({
        ...duration(`class-${i}`, limit.duration),
        [`class-${i}-class`]: limit.class,
      })),
    ),
    ...Object.fromEntries(componentKeys.map((key) => [`heading-${key}`, definition.labels[key] ?? ''])),
    legalBasis: linesOf(c.legalBasis.items.map(({ text }) => text)),
    staffCount: c.staffing.count === undefined ? '' : String(c.staffing.count),
    staffText: c.staffing.text ?? '',
    sop: sop ? 'yes' : '',
    ...Object.fromEntries(sopTexts.map((key) => [`sop-${key}`, sop?.[key] ?? ''])),
    'sop-legalBasis': linesOf(sop?.legalBasis.map(({ text }) => text) ?? []),
    ...Object.fromEntries(sopLists.map((key) => [`sop-${key}`, linesOf(sop?.[key] ?? [])])),
    'decree-about': decree?.about ?? '',
    'decree-decides': decree?.decides ?? '',
    'decree-place': decree?.place ?? '',
    ...Object.fromEntries(decreeLists.map((key) => [`decree-${key}`, linesOf(decree?.[key] ?? [])])),
  }
}

type Read = { edits: Edit[]; problems: InputProblem[] }

/** What was typed as edits of `definition`, which keeps what the form does not show. */
export function editsOf(typed: Typed, definition: Definition): Read {
  const problems: InputProblem[] = []
  const text = (name: string) => String(typed[name] ?? '').trim()
  const items = (name: string) => itemsOf(String(typed[name] ?? ''))
  const optional = <K extends string>(key: K, value: string) => (value === '' ? {} : ({ [key]: value } as { [P in K]: string }))
  const { components: c } = definition
  const counts = rowCounts(definition)

  function readDuration(prefix: string, base: Duration | undefined): Duration | null {
    const raw = text(`${prefix}-amount`)
    const unit = text(`${prefix}-unit`)
    if (raw === '' && unit !== 'sameDay') return null
    const { note: _note, upTo, ...kept } = base ?? DurationSchema.parse({ amount: 0, unit: 'workingDay' })
    const same = base?.amount === Number(raw) && base.unit === unit
    const next = {
      ...kept,
      ...(same && upTo !== undefined ? { upTo } : {}),
      amount: Number(raw || '0'),
      unit,
      maximum: text(`${prefix}-maximum`) === 'yes',
      ...optional('note', text(`${prefix}-note`)),
    }
    const parsed = DurationSchema.safeParse(next)
    if (!parsed.success) problems.push({ path: `${prefix}-amount`, code: 'wrong-type' })
    return parsed.success ? parsed.data : null
  }
  const regulations = (name: string, before: readonly Regulation[]) =>
    items(name).map((words) => before.find((one) => one.text === words) ?? { text: words })
  const rows = (count: number) => Array.from({ length: count }, (_, i) => i)

  const limits = rows(counts.limits).flatMap((i) => {
    const before = c.serviceTime.limits[i]
    if (before?.when) return [before]
    const time = readDuration(`time-${i}`, before?.duration)
    return time ? [{ ...optional('label', text(`time-${i}-label`)), duration: time }] : []
  })
  const channels = rows(counts.channels).flatMap((i) => {
    const kind = channelKinds.find((one) => one === text(`channel-${i}-kind`))
    const words = {
      ...optional('text', text(`channel-${i}-text`)),
      ...optional('value', text(`channel-${i}-value`)),
      ...optional('contact', text(`channel-${i}-contact`)),
    }
    return kind ? [{ kind, ...words }] : []
  })
  const classes = rows(counts.complaintLimits).flatMap((i) => {
    const name = text(`class-${i}-class`)
    if (name === '') return []
    const time = readDuration(`class-${i}`, c.complaints.limits[i]?.duration)
    if (!time) problems.push({ path: `class-${i}-amount`, code: 'required' })
    return time ? [{ class: name, duration: time }] : []
  })
  const tariff = readTariff(String(typed.feeLines ?? ''))
  if (text('fee') === 'tariff' && tariff === null) problems.push({ path: 'feeLines', code: 'bad-tariff' })
  const count = text('staffCount')
  if (count !== '' && !/^\d{1,5}$/.test(count)) problems.push({ path: 'staffCount', code: 'wrong-type' })
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
    { type: 'SetComponent', key: 'serviceTime', value: { limits, notes: items('timeNotes') } },
    { type: 'SetComponent', key: 'fee', value: feeOf() },
    { type: 'SetComponent', key: 'complaints', value: { channels, flow: items('complaintFlow'), limits: classes } },
    { type: 'SetComponent', key: 'legalBasis', value: { items: regulations('legalBasis', c.legalBasis.items) } },
    {
      type: 'SetComponent',
      key: 'staffing',
      value: { ...(/^\d{1,5}$/.test(count) ? { count: Number(count) } : {}), ...optional('text', text('staffText')) },
    },
    { type: 'SetLabels', labels: Object.assign({}, ...componentKeys.map((key) => optional(key, text(`heading-${key}`)))) },
    { type: 'SetSop', sop: sopOf() },
    { type: 'SetDecree', decree: decreeOf() },
  ]
  return { edits, problems }

  function feeOf(): Definition['components']['fee'] {
    switch (text('fee')) {
      case 'free':
        return { kind: 'free', words: items('feeWords') }
      case 'tariff':
        return { kind: 'tariff', lines: tariff ?? [], ...optional('basis', text('feeBasis')) }
      default:
        return { kind: 'unset' }
    }
  }
  function sopOf(): Definition['sop'] {
    if (definition.identity.kind !== 'sop' && text('sop') !== 'yes') return null
    const words = Object.assign({}, ...sopTexts.map((key) => optional(key, text(`sop-${key}`))))
    const [qualifications, related, equipment, warnings, records] = sopLists.map((key) => items(`sop-${key}`))
    const lists = {
      qualifications: qualifications ?? [],
      related: related ?? [],
      equipment: equipment ?? [],
      warnings: warnings ?? [],
      records: records ?? [],
    }
    return { ...words, ...lists, legalBasis: regulations('sop-legalBasis', definition.sop?.legalBasis ?? []) }
  }
  function decreeOf(): Definition['decree'] {
    const [considering, recalling, dictums, copies] = decreeLists.map((key) => items(`decree-${key}`))
    const lists = { considering: considering ?? [], recalling: recalling ?? [], dictums: dictums ?? [], copies: copies ?? [] }
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
}

/** The field of the form that a place of the definition is written in. */
export function fieldOf(path: string): string {
  const [part = '', key = '', inner = '', index = ''] = path.split('.')
  if (part === 'identity') return key
  if (part === 'labels') return `heading-${key}`
  if (part === 'sop' || part === 'decree') return `${part}-${key}`
  if (part !== 'components') return path
  const inside: Record<string, string> = {
    'procedure.intro': 'procedureIntro',
    'procedure.notes': 'procedureNotes',
    'serviceTime.notes': 'timeNotes',
    'serviceTime.limits': `time-${index}-amount`,
    'fee.words': 'feeWords',
    'fee.lines': 'feeLines',
    'fee.basis': 'feeBasis',
    'complaints.flow': 'complaintFlow',
    'complaints.channels': `channel-${index}-value`,
    'complaints.limits': `class-${index}-amount`,
    'staffing.count': 'staffCount',
    'staffing.text': 'staffText',
  }
  return inside[`${key}.${inner}`] ?? key
}
