import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { agencyNames } from '#db/stores/agency-names.ts'
import type { Person, Visitor } from './actor.ts'
import { agenciesFor, can } from './policy.ts'
import type { ShellPerson } from './ui/app-shell.tsx'
import { countNotices } from './use-cases/notices/read-notices.server.ts'
import { hearsNews } from './use-cases/notices/reader.ts'
import { seatPrefix } from './work/actor-name.ts'

export type ShellRights = { author: boolean; create: boolean; manage: boolean; monitor: boolean; notices: boolean }
export type ShellData = { person: ShellPerson; rights: ShellRights; unread: number }

/** What the menu of a signed-in person shows; leads everybody else to the sign-in page and back here after. */
export async function readShell({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>): Promise<ShellData> {
  const visitor = await context.visitor()
  if (visitor.kind === 'anonymous') throw toSignIn(request)
  const { person } = visitor
  const agencies = await agencyNames(context.ports.db, agencyIds(person))
  const rights = rightsOf(visitor)
  const unread = rights.notices ? await countNotices({ visitor }, context.ports) : null
  const shown = { name: person.name, titles: titlesOf(person), agencies }
  return { person: shown, rights, unread: unread?.ok ? unread.value : 0 }
}

function toSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url)
  const here = request.method === 'GET' ? pathname.replace(/\.data$/, '') + search : '/kerja'
  return redirect(`/masuk?ke=${encodeURIComponent(here)}`)
}

const agencyIds = ({ rights, seats }: Person) => [...new Set([...seats, ...rights].map(({ agencyId }) => agencyId))]

const titlesOf = ({ seats }: Person) => [...new Set(seats.map(({ kind, title }) => seatPrefix[kind] + title))]

function rightsOf(visitor: Visitor): ShellRights {
  const some = (action: Parameters<typeof agenciesFor>[1]) => {
    const reach = agenciesFor(visitor, action)
    return reach === 'all' || reach.length > 0
  }
  return {
    monitor: some('instance.monitor'),
    notices: hearsNews(visitor),
    author: some('standard.readDraft'),
    create: some('definition.create'),
    manage: some('agency.read') || can(visitor, 'agency.manage'),
  }
}
