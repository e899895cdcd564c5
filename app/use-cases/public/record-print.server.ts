import { createHash } from 'node:crypto'
import type { Ports } from '#app/ports.ts'
import { addPrint } from '#db/stores/public-check.ts'

export type Printed = { agencyId: string; slug: string; version: number; paper: string; bytes: Uint8Array }

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Before a paper leaves the server: whoever comes back with it is told that it is ours. */
export async function recordPrint({ bytes, ...paper }: Printed, { db, now }: Ports): Promise<void> {
  await addPrint(db, { ...paper, sha256: sha256Of(bytes), madeAt: now() })
}
