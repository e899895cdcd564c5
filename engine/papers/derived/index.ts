export { type Offer, offersFrom, type TakenOver, takeOffers } from './offers.ts'
export type { Unit, UnitKind } from './units.ts'
