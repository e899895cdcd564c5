import { z } from 'zod'
import { ComponentKey } from '../definition/components.ts'
import { officialMatrix } from './matrix/options.ts'

const name = z.string().trim().min(1).max(60)

/** A4 is 210 × 297 mm, F4 215 × 330 mm. */
export const PaperSize = z.enum(['A4', 'F4'])
export type PaperSize = z.infer<typeof PaperSize>

const margin = z.int().min(10).max(40)
/** Paper and margins (mm) of pages that stand upright. */
const Pages = z.strictObject({
  paper: PaperSize.default('A4'),
  margins: z.strictObject({
    top: margin.default(20),
    right: margin.default(20),
    bottom: margin.default(20),
    left: margin.default(20),
  }),
})
export type Pages = z.infer<typeof Pages>
const pages = Pages.prefault({ margins: {} })

/** Every key once, in the order of printing. */
const orderOf = <const K extends readonly [string, ...string[]]>(keys: K) =>
  z
    .array(z.enum(keys))
    .refine((order) => new Set(order).size === order.length, 'twice')
    .refine((order) => order.length === keys.length, 'left-out')
    .default([...keys])

export const columnKeys = ['number', 'activity', 'lanes', 'requirements', 'time', 'output', 'remarks'] as const
export type ColumnKey = (typeof columnKeys)[number]
/** Remarks may be left out; the other columns are what the guideline asks for (PermenPANRB 35/2012). */
const MatrixLayout = z.strictObject({
  paper: PaperSize.default('A4'),
  margin: z.int().min(8).max(25).default(officialMatrix.margin),
  columns: z
    .array(z.enum(columnKeys))
    .refine((order) => new Set(order).size === order.length, 'twice')
    .refine((order) => columnKeys.every((key) => key === 'remarks' || order.includes(key)), 'left-out')
    .default([...columnKeys]),
  headings: z.partialRecord(z.enum([...columnKeys, 'standard']), name).default({}),
  columnNumbers: z.boolean().default(false),
})

export const identityKeys = ['number', 'madeOn', 'revisedOn', 'effectiveOn', 'approvedBy', 'name'] as const
export type IdentityKey = (typeof identityKeys)[number]
export const boxKeys = ['legalBasis', 'qualifications', 'related', 'equipment', 'warnings', 'records'] as const
export type BoxKey = (typeof boxKeys)[number]

const SopLayout = z.strictObject({
  identity: orderOf(identityKeys),
  identityNames: z.partialRecord(z.enum(identityKeys), name).default({}),
  boxes: orderOf(boxKeys),
  boxNames: z.partialRecord(z.enum(boxKeys), name).default({}),
})

/** The picture at the head of papers; its bytes lie beside the agency, under their SHA-256 (hex). Sizes in pixels. */
export const Emblem = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.enum(['image/png', 'image/jpeg']),
  width: z.int().min(1),
  height: z.int().min(1),
})
export type Emblem = z.infer<typeof Emblem>

/** How an agency prints its papers: paper, margins, emblem, orders and the words of headings. What is not said is as the guidelines show it. */
export const PaperLayout = z.strictObject({
  emblem: Emblem.nullable().default(null),
  /** Service sheet, components and maklumat. */
  standard: pages,
  decree: pages,
  matrix: MatrixLayout.prefault({}),
  sop: SopLayout.prefault({}),
  /** Headings of components, where a standard has no own. */
  components: z.partialRecord(ComponentKey, name).default({}),
})
export type PaperLayout = z.infer<typeof PaperLayout>
