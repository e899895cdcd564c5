import { z } from 'zod'
import {
  boxKeys,
  type ColumnKey,
  columnKeys,
  componentKeys,
  type IdentityKey,
  identityKeys,
  PaperLayout,
  PaperSize,
} from '#engine'

const sides = ['top', 'right', 'bottom', 'left'] as const
const uprights = ['standard', 'decree'] as const

const name = z.string().trim().max(60).default('')
const place = z.string().max(2).default('')

/** A margin in mm, within what can be printed. */
const margin = (min: number, max: number) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const mm = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
      if (Number.isNaN(mm)) context.addIssue({ code: 'custom', message: text === '' ? 'required' : 'wrong-type' })
      else if (mm < min) context.addIssue({ code: 'custom', message: 'too-small', params: { min } })
      else if (mm > max) context.addIssue({ code: 'custom', message: 'too-large', params: { max } })
      return mm
    })

const fieldsFor = <K extends string, F extends z.ZodType>(prefix: string, keys: readonly K[], field: F) =>
  Object.fromEntries(keys.map((key) => [`${prefix}-${key}`, field]))

/**
 * The form of an agency's papers: each heading and each place in an order is a field of its own, so that it works without
 * scripts. Places are numbers from 1; one without a place is left out.
 */
export const LayoutInput = z
  .object({
    revision: z.coerce.number().int().min(1),
    'matrix-paper': PaperSize,
    'matrix-margin': margin(8, 25),
    'column-numbers': z.array(z.literal('yes')).default([]),
    ...fieldsFor('paper', uprights, PaperSize),
    ...Object.fromEntries(uprights.flatMap((kind) => sides.map((side) => [`${kind}-${side}`, margin(10, 40)]))),
    ...fieldsFor('column', columnKeys, place),
    ...fieldsFor('heading', [...columnKeys, 'standard'], name),
    ...fieldsFor('identity', identityKeys, place),
    ...fieldsFor('identity-name', identityKeys, name),
    ...fieldsFor('box', boxKeys, place),
    ...fieldsFor('box-name', boxKeys, name),
    ...fieldsFor('component', componentKeys, name),
  })
  .transform((typed, context) => {
    const of = typed as Readonly<Record<string, unknown>>
    const wrong = (path: string, code: string) => context.addIssue({ code: 'custom', path: [path], message: code })
    const order = <K extends string>(prefix: string, keys: readonly K[], optional: readonly K[] = []): K[] => {
      const placed = keys.flatMap((key) => {
        const at = String(of[`${prefix}-${key}`] ?? '')
        if (at === '' && optional.includes(key)) return []
        const number = /^\d{1,2}$/.test(at) ? Number(at) : 0
        if (number < 1 || number > keys.length) wrong(`${prefix}-${key}`, 'not-an-option')
        return [{ key, number }]
      })
      for (const { key, number } of placed)
        if (placed.find((other) => other.number === number)?.key !== key) wrong(`${prefix}-${key}`, 'place-taken')
      return placed.sort((a, b) => a.number - b.number).map(({ key }) => key)
    }
    const names = (prefix: string, keys: readonly string[]) =>
      Object.fromEntries(keys.flatMap((key) => (of[`${prefix}-${key}`] ? [[key, of[`${prefix}-${key}`]]] : [])))
    const upright = (kind: (typeof uprights)[number]) => ({
      paper: of[`paper-${kind}`],
      margins: Object.fromEntries(sides.map((side) => [side, of[`${kind}-${side}`]])),
    })
    const layout = PaperLayout.safeParse({
      standard: upright('standard'),
      decree: upright('decree'),
      matrix: {
        paper: typed['matrix-paper'],
        margin: typed['matrix-margin'],
        columns: order<ColumnKey>('column', columnKeys, ['remarks']),
        headings: names('heading', [...columnKeys, 'standard']),
        columnNumbers: typed['column-numbers'].length > 0,
      },
      sop: {
        identity: order<IdentityKey>('identity', identityKeys),
        identityNames: names('identity-name', identityKeys),
        boxes: order('box', boxKeys),
        boxNames: names('box-name', boxKeys),
      },
      components: names('component', componentKeys),
    })
    return layout.success ? { revision: typed.revision, layout: layout.data } : z.NEVER
  })
export type LayoutInput = z.infer<typeof LayoutInput>

/** The layout as its form shows it. */
export function layoutAsTyped({ standard, decree, matrix, sop, components }: PaperLayout): Record<string, string | string[]> {
  const places = (prefix: string, keys: readonly string[], order: readonly string[]) =>
    keys.map((key) => [`${prefix}-${key}`, order.includes(key) ? String(order.indexOf(key) + 1) : ''])
  const names = (prefix: string, given: Readonly<Record<string, string | undefined>>) =>
    Object.entries(given).map(([key, words]) => [`${prefix}-${key}`, words ?? ''])
  const upright = { standard, decree }
  return Object.fromEntries([
    ...uprights.map((kind) => [`paper-${kind}`, upright[kind].paper]),
    ...uprights.flatMap((kind) => sides.map((side) => [`${kind}-${side}`, String(upright[kind].margins[side])])),
    ['matrix-paper', matrix.paper],
    ['matrix-margin', String(matrix.margin)],
    ['column-numbers', matrix.columnNumbers ? ['yes'] : []],
    ...places('column', columnKeys, matrix.columns),
    ...names('heading', matrix.headings),
    ...places('identity', identityKeys, sop.identity),
    ...names('identity-name', sop.identityNames),
    ...places('box', boxKeys, sop.boxes),
    ...names('box-name', sop.boxNames),
    ...names('component', components),
  ])
}
