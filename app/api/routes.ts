import { decreeFileRoutes } from './decree-files.ts'
import { decreeRoutes } from './decrees.ts'
import { draftRoutes } from './drafts.ts'
import { fileRoutes } from './files.ts'
import { instanceActRoutes } from './instance-acts.ts'
import { instanceRoutes } from './instances.ts'
import { migrationRoutes } from './migrations.ts'
import { publishingRoutes } from './publishing.ts'
import type { Route } from './route.ts'
import { standardRoutes } from './standards.ts'
import { taskActRoutes } from './task-acts.ts'
import { taskRoutes } from './tasks.ts'
import { trackingRoutes } from './tracking.ts'
import { verifyRoutes } from './verify.ts'

/** All that the interface answers to; the OpenAPI document is made from this list. */
export const routes: readonly Route[] = [
  ...standardRoutes,
  ...draftRoutes,
  ...publishingRoutes,
  ...decreeRoutes,
  ...decreeFileRoutes,
  ...verifyRoutes,
  ...instanceRoutes,
  ...instanceActRoutes,
  ...migrationRoutes,
  ...taskRoutes,
  ...taskActRoutes,
  ...trackingRoutes,
  ...fileRoutes,
]
