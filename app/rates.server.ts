import { digestOf } from '#db/canonical-digest.ts'
import { countAttempt, type RateLimit, takeBackAttempt } from '#db/stores/rate-limits.ts'
import { limits } from './limits.ts'
import type { Ports } from './ports.ts'
import { addressBlock } from './use-cases/account/address-block.ts'

export type RateName = keyof typeof limits.rates

/** One row per address block and window; the address is hashed, since the table of limits holds no personal data. */
export function rateOf(ports: Pick<Ports, 'settings'>, name: RateName, address: string): RateLimit {
  const { max, windowMs } = limits.rates[name]
  return { key: `${name}:${digestOf(addressBlock(address))}`, max: max * (ports.settings.rateFactor ?? 1), windowMs }
}

/** Counts one; answers the seconds to wait when there were too many, else null. */
export const countRate = (ports: Ports, name: RateName, address: string): Promise<number | null> =>
  countAttempt(ports.db, rateOf(ports, name, address), ports.now())

/** What came to nothing is not held against anybody. */
export const takeBackRate = (ports: Ports, name: RateName, address: string): Promise<void> =>
  takeBackAttempt(ports.db, rateOf(ports, name, address), ports.now())
