import type { AgencyProfile } from '../agency.ts'

/** The head of every paper: the government, the agency, and how to reach it. */
export type Letterhead = { government: string; name: string; lines: readonly string[] }

/** The agency's own letterhead lines where it has them, else address and contacts. */
export function letterheadOf(agency: AgencyProfile): Letterhead {
  const { government, name, letterhead, address } = agency
  if (letterhead.length > 0) return { government, name, lines: letterhead }
  const first = (kind: 'phone' | 'web' | 'email') => agency.contacts.find((contact) => contact.kind === kind)?.value
  const phone = first('phone')
  const web = first('web')
  const email = first('email')
  const lines = [[address, phone].filter(Boolean).join(' · '), [web, email && `Pos-el ${email}`].filter(Boolean).join(' · ')]
  return { government, name, lines: lines.filter(Boolean) }
}
