import { ensureBuilt } from '../../../scripts/build.mjs'
import { startPostgres } from '../../support/postgres-server.ts'

/** The production build, and one throwaway PostgreSQL server on which each worker makes its own database. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureBuilt()
  const server = await startPostgres()
  process.env.BAKU_E2E_POSTGRES = server.url
  return () => server.stop()
}
