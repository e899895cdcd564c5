import type { World } from '#app/server/world.ts'
import { verifyAudit } from '#db/audit-chain.ts'
import { verifyChain } from '#db/chain.ts'

export const verifyLogCommand = {
  usage: 'verify-log',
  /** Reads every event and act with its hash; names the first that is not as it was written (P11, V13), or not folded so (P2). */
  async run({ opened }: World): Promise<number> {
    const [events, acts] = [await verifyChain(opened), await verifyAudit(opened)]
    if (events.ok) {
      process.stdout.write(
        `The log is whole: ${events.events} events fold to the ${events.instances} instances that are stored.\n`,
      )
    } else {
      const { agencyId, instanceId, revision, why } = events.broken
      process.stderr.write(`The log is broken at ${agencyId}/${instanceId}, revision ${revision}: ${why}.\n`)
    }
    if (acts.ok) {
      process.stdout.write(`The audit trail is whole: ${acts.acts} acts in ${acts.trails} trails.\n`)
    } else {
      const { agencyId, seq, why } = acts.broken
      process.stderr.write(`The audit trail is broken at ${agencyId || 'the system'}, act ${seq}: ${why}.\n`)
    }
    return events.ok && acts.ok ? 0 : 1
  },
}
