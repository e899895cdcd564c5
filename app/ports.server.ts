import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Opened } from '#db/connection.ts'
import { filesOnDisk } from './files-store.server.ts'
import type { Ports, Settings, Signing } from './ports.ts'

const noSigning: Signing = { provider: null, trusted: [] }

/** The real world: the opened database, the files beside the data, the clock of this machine. */
export function makePorts(opened: Opened, settings: Settings, signing = noSigning): Ports {
  return {
    db: opened.db,
    files: filesOnDisk(join(settings.dataDir, 'files')),
    now: () => Date.now(),
    newId: () => randomUUID(),
    newSecret: (bytes) => randomBytes(bytes).toString('base64url'),
    settings,
    signing,
  }
}
