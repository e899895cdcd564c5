import type { Ports } from '#app/ports.ts'

const name = 'baku_session'
export const sessionHours = 12
export const sessionDays = 30

/** The session token a request carries; the first one where a cookie was sent twice. */
export function sessionToken(request: Request): string | null {
  for (const part of (request.headers.get('Cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}

/** The browser keeps the cookie for the longest life; the database decides when the session ends. */
export function sessionCookie(token: string, ports: Pick<Ports, 'settings'>): string {
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${sessionDays * 86_400}${secure(ports)}`
}

export const clearedCookie = (ports: Pick<Ports, 'settings'>): string =>
  `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure(ports)}`

const secure = (ports: Pick<Ports, 'settings'>) => (ports.settings.origin.startsWith('https:') ? '; Secure' : '')
