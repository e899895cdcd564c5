import { canonicalJson } from '../canonical.ts'
import type { DefinitionFix } from './fix.ts'

/** A time promised to everybody stands behind those promised to some; one promised twice goes. */
export const orderPromises = {
  name: 'order-promises',
  codes: ['promise-never'],
  propose({ components: { serviceTime } }) {
    const { limits } = serviceTime
    const always = limits.findIndex(({ when }) => when === undefined)
    const apart = limits.filter((limit, index) => limits.findIndex((other) => isSame(other, limit)) === index)
    const value = (list: typeof limits) => ({ ...serviceTime, limits: list })
    if (apart.length < limits.length) return [{ type: 'SetComponent', key: 'serviceTime', value: value(apart) }]
    const whole = limits.filter(({ when }) => when === undefined)
    if (whole.length !== 1 || always === limits.length - 1) return null
    const some = limits.filter(({ when }) => when !== undefined)
    return [{ type: 'SetComponent', key: 'serviceTime', value: value([...some, ...whole]) }]
  },
} as const satisfies DefinitionFix

const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other)
