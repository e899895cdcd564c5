import type { AgencyProfile } from '../agency.ts'
import { printDuration } from '../calendar/index.ts'
import { unitName } from '../calendar/print.ts'
import type { Components, Definition, Duration } from '../definition/index.ts'
import { textOf } from './block-text.ts'
import { componentContent } from './component-content.ts'

/** The fields of the national portal of public services (SIPPN) in its order: the unit, then the service. */
export const portalKeys = [
  'government',
  'unitName',
  'unitAddress',
  'unitPhone',
  'unitSite',
  'serviceName',
  'decreeNumber',
  'requirements',
  'procedure',
  'timeAmount',
  'timeUnit',
  'timeNote',
  'fee',
  'products',
  'complaints',
] as const
export type PortalKey = (typeof portalKeys)[number]

/** What each field of the portal is to hold, as plain text; empty where the standard says nothing. */
export type PortalFields = Readonly<Record<PortalKey, string>>

/** Words of the portal above its fields; always Indonesian, as it has them. */
export const portalLabels: Readonly<Record<PortalKey, string>> = {
  government: 'Instansi',
  unitName: 'Nama Unit',
  unitAddress: 'Alamat',
  unitPhone: 'Telepon',
  unitSite: 'Situs Web',
  serviceName: 'Nama Layanan',
  decreeNumber: 'No. SK',
  requirements: 'Persyaratan',
  procedure: 'Sistem, Mekanisme dan Prosedur',
  timeAmount: 'Waktu Penyelesaian',
  timeUnit: 'Satuan Waktu',
  timeNote: 'Keterangan Waktu',
  fee: 'Biaya/Tarif',
  products: 'Produk Pelayanan',
  complaints: 'Pengaduan Layanan',
}

/** Fills the fields of the portal from a version. Nothing that the sheet says of a field is left out. */
export function portalFields(
  definition: Definition,
  { decree }: { decree: { number: string } | null },
  agency: AgencyProfile,
): PortalFields {
  const contact = (kind: 'phone' | 'web') => agency.contacts.find((one) => one.kind === kind)?.value ?? ''
  const component = (key: 'requirements' | 'procedure' | 'fee' | 'products' | 'complaints') =>
    textOf(componentContent(definition, key, agency, 'number'))
  return {
    government: agency.government,
    unitName: agency.name,
    unitAddress: agency.address,
    unitPhone: contact('phone'),
    unitSite: contact('web'),
    serviceName: definition.identity.title,
    decreeNumber: decree?.number ?? '',
    requirements: component('requirements'),
    procedure: component('procedure'),
    ...timeOf(definition.components.serviceTime),
    fee: component('fee'),
    products: component('products'),
    complaints: component('complaints'),
  }
}

/** One number and unit is all that the portal has room for: the limit for every case, else the first. The note says the rest. */
function timeOf({ limits, notes }: Components['serviceTime']): Pick<PortalFields, 'timeAmount' | 'timeUnit' | 'timeNote'> {
  const chosen = limits.find(({ when }) => when === undefined) ?? limits[0]
  const { amount, unit } = chosen ? numberAndUnit(chosen.duration) : { amount: '', unit: '' }
  const plain =
    limits.length === 1 && !chosen?.label && chosen && printDuration(chosen.duration, 'id') === `${amount} ${lower(unit)}`
  const told = limits.map(({ label, duration }) => `${label ? `${label}: ` : ''}${printDuration(duration, 'id')}`)
  return { timeAmount: amount, timeUnit: unit, timeNote: [...(plain ? [] : told), ...notes].join('\n') }
}

function numberAndUnit({ amount, upTo, unit }: Duration): { amount: string; unit: string } {
  const most = upTo ?? amount
  return { amount: unit === 'sameDay' ? '' : String(most), unit: upperFirst(unitName(unit, most, 'id')) }
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
