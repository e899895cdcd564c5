import type { AgencyProfile } from '../agency.ts'
import { printDuration } from '../calendar/index.ts'
import type { ComponentKey, Components, Definition, Regulation } from '../definition/index.ts'
import { type Block, type ListStyle, linesAs } from './block.ts'
import { channelItems } from './channels.ts'
import { procedureSentences } from './procedure.ts'
import { rupiah } from './rupiah.ts'

const citations = (items: readonly Regulation[]) => items.map(({ text }) => text)
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** What one component says, as blocks. Empty when nothing is filled in. `style` marks its lists. */
export function componentContent(
  definition: Definition,
  key: ComponentKey,
  agency: AgencyProfile,
  style: Extract<ListStyle, 'letter' | 'number'>,
): Block[] {
  const { components } = definition
  switch (key) {
    case 'procedure':
      return procedureBlocks(definition, style)
    case 'serviceTime':
      return serviceTimeBlocks(components.serviceTime)
    case 'fee':
      return feeBlocks(components.fee, style)
    case 'complaints':
      return complaintBlocks(components.complaints, agency, style)
    case 'legalBasis':
      return linesAs(style, citations(components.legalBasis.items))
    case 'staffing':
      return staffingBlocks(components.staffing)
    default:
      return linesAs(style, components[key].items)
  }
}

function procedureBlocks(definition: Definition, style: ListStyle): Block[] {
  const { intro, notes } = definition.components.procedure
  const heading = intro.length > 0 ? 'Prosedur' : undefined
  return [
    ...linesAs('plain', intro),
    ...linesAs(style, procedureSentences(definition), heading),
    ...linesAs('number', notes, 'Keterangan'),
  ]
}

function serviceTimeBlocks({ limits, notes }: Components['serviceTime']): Block[] {
  const lines = limits.map(({ label, duration }) => `${label ? `${label}: ` : ''}${printDuration(duration, 'id')}`)
  return [...linesAs('bullet', lines), ...linesAs('number', notes, 'Keterangan')]
}

function feeBlocks(fee: Components['fee'], style: ListStyle): Block[] {
  switch (fee.kind) {
    case 'unset':
      return []
    case 'free':
      return linesAs('plain', fee.words.length > 0 ? fee.words : ['Tidak dipungut biaya'])
    case 'tariff': {
      const lines = fee.lines.map(({ what, rupiah: amount, per }) => `${what}: ${rupiah(amount)}${per ? ` per ${per}` : ''}`)
      return [...linesAs(style, lines), ...linesAs('plain', fee.basis ? [fee.basis] : [], 'Dasar pengenaan')]
    }
  }
}

function complaintBlocks(complaints: Components['complaints'], agency: AgencyProfile, style: ListStyle): Block[] {
  const channels = channelItems(complaints.channels, agency)
  const limits = complaints.limits.map(({ class: name, duration }) => {
    const most = printDuration({ ...duration, maximum: false }, 'id')
    return `${name}, selambat-lambatnya ${lowerFirst(most)}`
  })
  return [
    ...(channels.length > 0 ? [{ heading: 'Pengaduan dapat dilakukan melalui', style: 'number' as const, items: channels }] : []),
    ...linesAs(style, complaints.flow, 'Alur penanganan pengaduan'),
    ...linesAs(style, limits, 'Jangka waktu penyelesaian pengaduan'),
  ]
}

function staffingBlocks({ count, text }: Components['staffing']): Block[] {
  if (text) return linesAs('plain', [text])
  return count === undefined ? [] : linesAs('plain', [`${count} orang`])
}
