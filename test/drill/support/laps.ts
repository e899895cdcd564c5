import { Hono } from 'hono'
import { api } from '#app/api/index.ts'
import type { Opened } from '#db/connection.ts'
import type { Asking, Line, Send, Told } from './interface.ts'
import type { OfficeAtWork } from './office-at-work.ts'

export type World = {
  opened: Opened
  at: OfficeAtWork
  ask(asking: Asking): Promise<Told>
  all(askings: readonly Asking[]): Promise<Told[]>
}
/** The same world by one of the ways, and how many rounds go that way. */
export type Lap = World & { way: string; rounds: number; before: number; clients: number }

export const worldOf = (opened: Opened, at: OfficeAtWork, { insist }: Line): World => ({
  ...{ opened, at, ask: insist },
  all: (askings) => Promise.all(askings.map(insist)),
})

/** The whole interface with its use cases on connections of its own, without the network and the layers of the server. */
export function throughUseCases({ office }: OfficeAtWork, { db }: Opened): Send {
  const app = new Hono().route('/api/v1', api({ ...office.ports, db, now: () => Date.now() }))
  return async (path, init) => app.request(`/api/v1${path}`, init)
}
