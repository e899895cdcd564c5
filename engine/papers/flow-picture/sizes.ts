/** All sizes are pixels of a phone held upright. */
export const picture = { width: 320, edge: 2 } as const

/** Words in symbols: who acts, and what is done. */
export const who = { size: 11.5, line: 15 } as const
export const what = { size: 14, line: 18 } as const
export const label = { size: 12.5, line: 15.5, beside: 5, below: 3 } as const

export const symbol = { least: 180, inside: 12, above: 9, round: 22, leastDiamond: 56 } as const
/** Where the procedure begins or ends outside a step. */
export const terminal = { width: 76, height: 28, besideSpine: 12, above: 5 } as const

/** From the last turn of a line to the symbol that it enters. */
export const arrow = 16
export const turn = 9
/** Lines beside the symbols. */
export const gutter = { first: 9, apart: 9, edge: 3 } as const
