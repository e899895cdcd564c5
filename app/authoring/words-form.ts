import { type ComplaintChannel, componentKeys, type Definition, type Duration } from '#engine'
import { linesOf, tariffOf } from './words-lines.ts'

export const listKeys = [
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

/** Channels of complaints as rows of the form. */
export const channelWords = (channels: readonly ComplaintChannel[]): Row =>
  Object.assign(
    {},
    ...channels.map(({ kind, value = '', contact = '', text = '' }, i) => ({
      [`channel-${i}-kind`]: kind,
      [`channel-${i}-value`]: value,
      [`channel-${i}-contact`]: contact,
      [`channel-${i}-text`]: text,
    })),
  )

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
    ...channelWords(c.complaints.channels),
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
