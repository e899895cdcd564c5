import type { Ports } from '#app/ports.ts'
import { cookiesOf } from '#app/server/reader.ts'
import { readTicket } from '#app/use-cases/instances/ticket-code.ts'
import { ownWord } from './ticket-word.ts'

const name = 'baku_ticket'
const minutes = 30

/** The ticket that was last entered here, so that it need not stand in an address. */
export function ticketOfCookie(request: Request): string | null {
  const value = cookiesOf(request.headers.get('Cookie')).get(name)
  return value === undefined ? null : readTicket(value)
}

export const ticketCookie = (ticket: string, ports: Pick<Ports, 'settings'>) =>
  `${name}=${readTicket(ticket) ?? ''}; Path=/lacak; HttpOnly; SameSite=Lax; Max-Age=${minutes * 60}${secure(ports)}`

export const forgottenTicket = (ports: Pick<Ports, 'settings'>) =>
  `${name}=; Path=/lacak; HttpOnly; SameSite=Lax; Max-Age=0${secure(ports)}`

const secure = ({ settings }: Pick<Ports, 'settings'>) => (settings.origin.startsWith('https:') ? '; Secure' : '')

/** The ticket an address means: itself, or the one that was entered. */
export function ticketAt(param: string | undefined, request: Request): string | null {
  return param === ownWord ? ticketOfCookie(request) : readTicket(param ?? '')
}
