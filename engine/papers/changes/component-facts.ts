import { printDate } from '../../calendar/index.ts'
import { describeCondition } from '../../condition/index.ts'
import {
  type ComponentKey,
  type Components,
  componentKeys,
  type DecreeText,
  type Regulation,
  type SopBlock,
} from '../../definition/components.ts'
import type { Identity } from '../../definition/schema.ts'
import { headingOf } from '../headings.ts'
import { rupiah } from '../rupiah.ts'
import { type Fact, factsOf, type SaidOf } from './fact.ts'
import { deadlineWords } from './flow-facts.ts'
import { quoted, timeWords, type World, words } from './world.ts'

const identity: SaidOf<Identity, World> = {
  title: { name: 'judul', lines: words },
  kind: { name: 'jenis', lines: (kind) => [kind === 'service' ? 'standar pelayanan' : 'SOP'] },
  summary: { name: 'ringkasan', lines: words },
  unit: { name: 'unit', lines: words },
  ordinal: { name: 'nomor urut', lines: (ordinal) => [String(ordinal)] },
  calendarUnit: { name: 'kalender unit', lines: words },
}

const sentences = { name: 'isi', lines: (items: readonly string[]) => items } as const
const cited = (items: readonly Regulation[]) => items.map(({ text, type, number, year }) => cite(text, [type, number, year]))

function cite(text: string, more: readonly (string | number | undefined)[]): string {
  const known = more.filter((part) => part !== undefined && part !== '')
  return known.length === 0 ? text : `${text} (${known.join(' ')})`
}

type ComponentWords = { readonly [Key in ComponentKey]: SaidOf<Components[Key], World> }
const items = { items: sentences }

const components: ComponentWords = {
  requirements: items,
  procedure: { intro: { name: 'pengantar', lines: (lines) => lines }, notes: { name: 'keterangan', lines: (lines) => lines } },
  serviceTime: {
    limits: {
      name: 'waktu',
      lines: (limits, world) =>
        limits.map(({ when, label, duration }) => {
          const condition = when ? ` bila ${describeCondition(when, world.definition, 'id')}` : ''
          return `${label ? `${label}: ` : ''}${timeWords(duration, world).join('')}${condition}`
        }),
    },
    notes: { name: 'keterangan', lines: (lines) => lines },
    deadline: { name: 'tindakan jatuh tempo', lines: deadlineWords },
  },
  fee: {
    kind: { name: 'biaya', lines: (kind) => ({ unset: [], free: ['gratis'], tariff: ['dikenai tarif'] })[kind] },
    words: { name: 'keterangan', lines: (lines: readonly string[]) => lines },
    lines: {
      name: 'tarif',
      lines: (lines: readonly { what: string; rupiah: number; per?: string | undefined }[]) =>
        lines.map(({ what, rupiah: amount, per }) => `${what}: ${rupiah(amount)}${per ? ` per ${per}` : ''}`),
    },
    basis: { name: 'dasar pengenaan', lines: words },
  },
  products: items,
  complaints: {
    channels: {
      name: 'saluran pengaduan',
      lines: (channels) =>
        channels.map(({ kind, text, value, contact }) =>
          [text || kind, value, contact && `kontak ${contact}`].filter(Boolean).join(': '),
        ),
    },
    flow: { name: 'alur pengaduan', lines: (lines) => lines },
    limits: {
      name: 'batas waktu pengaduan',
      lines: (limits, world) => limits.map(({ class: name, duration }) => `${name}: ${timeWords(duration, world).join('')}`),
    },
  },
  legalBasis: { items: { name: 'isi', lines: cited } },
  facilities: items,
  competence: items,
  supervision: items,
  staffing: { count: { name: 'banyaknya', lines: (count) => [`${count} orang`] }, text: { name: 'isi', lines: words } },
  serviceGuarantee: items,
  safetyGuarantee: items,
  evaluation: items,
}

const day = (date: string) => [printDate(date, 'id')]

const sop: SaidOf<SopBlock, World> = {
  name: { name: 'nama SOP', lines: words },
  number: { name: 'nomor SOP', lines: words },
  madeOn: { name: 'tanggal pembuatan', lines: day },
  revisedOn: { name: 'tanggal revisi', lines: day },
  effectiveOn: { name: 'tanggal efektif', lines: day },
  legalBasis: { name: 'dasar hukum', lines: cited },
  qualifications: { name: 'kualifikasi pelaksana', lines: (lines) => lines },
  related: { name: 'keterkaitan', lines: (lines) => lines },
  equipment: { name: 'peralatan', lines: (lines) => lines },
  warnings: { name: 'peringatan', lines: (lines) => lines },
  records: { name: 'pencatatan', lines: (lines) => lines },
}

const decree: SaidOf<DecreeText, World> = {
  about: { name: 'tentang', lines: words },
  considering: { name: 'menimbang', lines: (lines) => lines },
  recalling: { name: 'mengingat', lines: (lines) => lines },
  decides: { name: 'menetapkan', lines: words },
  dictums: { name: 'diktum', lines: (lines) => lines },
  copies: { name: 'tembusan', lines: (lines) => lines },
  place: { name: 'tempat penetapan', lines: words },
}

/** What a standard says beside its flow and forms: identity, components and their headings, SOP page and decree text. */
export function componentFacts(world: World): Fact[] {
  const { definition } = world
  const parts = [
    factsOf(definition.identity, identity, 'identity', { key: 'identity', name: 'Identitas', order: 0 }, world),
    ...componentKeys.map((key, index) => {
      const place = { key: `component/${key}`, name: `Komponen ${quoted(headingOf(definition, key))}`, order: 2000 + index }
      const said = components[key] as SaidOf<Components[ComponentKey], World>
      const heading = definition.labels[key]
      const named = heading ? [{ key: `${place.key}/heading`, place, name: 'sebutan', lines: [heading], same: heading }] : []
      return [...named, ...factsOf(definition.components[key], said, place.key, place, world)]
    }),
    existing(definition.sop, 'sop', 'Halaman identitas SOP', 4000, sop, world),
    existing(definition.decree, 'decree', 'Naskah keputusan', 4100, decree, world),
  ]
  return parts.flat()
}

/** A part that a standard may have or not. */
function existing<Part extends object>(
  part: Part | null,
  key: string,
  name: string,
  order: number,
  said: SaidOf<Part, World>,
  world: World,
): Fact[] {
  if (part === null) return []
  const place = { key, name, order }
  return [
    { key: `${key}/there`, place, name: 'bagian ini', lines: ['ada'], same: 'there' },
    ...factsOf(part, said, key, place, world),
  ]
}
