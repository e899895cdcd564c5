import { makePorts } from '#app/ports.server.ts'
import { toPerson } from '#app/use-cases/account/find-visitor.server.ts'
import { publish } from '#app/use-cases/decrees/publish.server.ts'
import { openDatabase } from '#db/connection.ts'
import { readPersonNow } from '#db/stores/sessions.ts'
import { civilDate } from '#engine'
import type { Office } from './office.ts'

type Standard = { agencyId: string; slug: string }
/** Who signs, from which position and under which series. */
type Signing = { databaseUrl: string; signatory: string; positionId: string; seriesId: string }

/** Sets approved standards in force through the use case, for tests of what comes after; those in force stay as they are. */
export async function publishApproved(office: Office, standards: readonly Standard[], signing: Signing): Promise<void> {
  const opened = await openDatabase({ url: signing.databaseUrl, dataDir: '' })
  const settings = { origin: 'http://127.0.0.1', dataDir: '', demo: false, embedded: false }
  const ports = makePorts(opened, settings)
  try {
    const personId = await office.hire({ name: signing.signatory })
    const row = await readPersonNow(opened.db, personId, new Date())
    if (!row) throw new Error(`${signing.signatory} is nobody`)
    const today = civilDate(Date.now(), 'Asia/Jakarta')
    for (const { agencyId, slug } of standards) {
      const [version] = await office.query<{ digest: string }>(
        `select digest from versions where agency_id = $1 and slug = $2 and status = 'approved'`,
        [agencyId, slug],
      )
      if (!version) continue
      const published = await publish(
        {
          ...{ agencyId, standards: [{ slug, digest: version.digest }], positionId: signing.positionId },
          ...{ signedOn: today, effectiveOn: today, number: { kind: 'series', seriesId: signing.seriesId } },
          visitor: { kind: 'person', person: toPerson(row) },
        },
        ports,
      )
      if (!published.ok) throw new Error(`${slug} was not published: ${JSON.stringify(published.refusal)}`)
    }
  } finally {
    await opened.close()
  }
}
