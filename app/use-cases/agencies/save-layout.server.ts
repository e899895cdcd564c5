import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import type { Result } from '#app/result.ts'
import { changeLayout } from './change-layout.server.ts'
import type { LayoutInput } from './layout-input.ts'

type Input = LayoutInput & { visitor: Visitor; agencyId: string }

/** Paper, margins, orders and headings; the emblem stays, it has a form of its own. */
export async function saveLayout({ visitor, agencyId, revision, layout }: Input, ports: Ports): Promise<Result<null>> {
  return changeLayout({ visitor, agencyId, revision }, ({ emblem }) => ({ ...layout, emblem }), ports)
}
