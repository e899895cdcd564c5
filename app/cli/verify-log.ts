import type { World } from '#app/server/world.ts'
import { verifyChain } from '#db/chain.ts'

export const verifyLogCommand = {
  usage: 'verify-log',
  /** Reads every event and its hash; names the first one that is not as it was written (P11). */
  async run({ opened }: World): Promise<number> {
    const report = await verifyChain(opened)
    if (report.ok) {
      process.stdout.write(`The log is whole: ${report.events} events of ${report.instances} instances.\n`)
      return 0
    }
    const { agencyId, instanceId, revision, why } = report.broken
    process.stderr.write(`The log is broken at ${agencyId}/${instanceId}, revision ${revision}: ${why}.\n`)
    return 1
  },
}
