import type { AgencyProfile } from '../agency.ts'
import type { Emblem } from './paper-layout.ts'

/** The head of every paper: the emblem, the government, the agency, and how to reach it. */
export type Letterhead = { emblem: Emblem | null; government: string; name: string; lines: readonly string[] }

/** The agency's own letterhead lines where it has them, else address and contacts. */
export function letterheadOf(agency: AgencyProfile): Letterhead {
  const { government, name, letterhead, address } = agency
  const head = { emblem: agency.papers.emblem, government, name }
  if (letterhead.length > 0) return { ...head, lines: letterhead }
  const first = (kind: 'phone' | 'web' | 'email') => agency.contacts.find((contact) => contact.kind === kind)?.value
  const phone = first('phone')
  const web = first('web')
  const email = first('email')
  const lines = [[address, phone].filter(Boolean).join(' · '), [web, email && `Pos-el ${email}`].filter(Boolean).join(' · ')]
  return { ...head, lines: lines.filter(Boolean) }
}
