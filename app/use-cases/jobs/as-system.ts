import { ok } from '#app/result.ts'
import type { Run } from '#app/use-cases/instances/move-instance.server.ts'

/** The part of a run that the system itself brings: nobody asked, so nobody's right is. */
export const asSystem: Pick<Run, 'actor' | 'owner' | 'request'> = {
  actor: () => ok({ kind: 'system' }),
  owner: { personId: null, keyHashes: [] },
  request: null,
}
