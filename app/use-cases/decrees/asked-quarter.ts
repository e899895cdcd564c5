const length = 15 * 60_000
/** Per database, the quarter of an hour in which no act was due any more. */
const asked = new WeakMap<object, number>()

const quarterOf = (now: number) => Math.floor(now / length)

export const isAsked = (database: object, now: number): boolean => asked.get(database) === quarterOf(now)
export const setAsked = (database: object, now: number): void => void asked.set(database, quarterOf(now))
/** An act that waits was signed: ask again, whatever the clock says. */
export const askAgain = (database: object): void => void asked.delete(database)
