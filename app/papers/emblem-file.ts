import type { Emblem } from '#engine/papers/index.ts'

/** An agency's emblem with its bytes, as files need it. */
export type EmblemFile = Emblem & { bytes: Uint8Array }
