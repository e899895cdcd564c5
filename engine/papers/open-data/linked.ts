import type { AgencyProfile } from '../../agency.ts'
import type { Definition } from '../../definition/index.ts'
import { channelParts } from '../channels.ts'
import { isoDuration } from './open-duration.ts'

/** A value of JSON-LD. */
export type Linked = string | number | null | readonly Linked[] | { readonly [key: string]: Linked | undefined }

/** The area that a government serves: "Pemerintah Kabupaten Contoh" serves "Kabupaten Contoh". */
export const areaOf = ({ government }: AgencyProfile): string => government.replace(/^pemerintah\s+(?=\S)/i, '')

/** What a service is in one sentence, where its standard says nothing itself. */
export const descriptionOf = ({ identity }: Definition): string => identity.summary || `Standar pelayanan ${identity.title}`

/** The time promised for every case, where ISO 8601 can say it. */
export function promisedTime({ components }: Definition): string | null {
  const [only, ...others] = components.serviceTime.limits
  return only && others.length === 0 && !only.when ? isoDuration(only.duration) : null
}

/** A way to complain that a program can use: one that calls, writes or opens something. */
export type ReachableChannel = { name: string; telephone?: string; email?: string; page?: string }

export function reachableChannels({ components }: Definition, agency: AgencyProfile): ReachableChannel[] {
  return components.complaints.channels.flatMap((channel): ReachableChannel[] => {
    const parts = channelParts(channel, agency)
    if (!parts?.link) return []
    const { name, link } = parts
    if (link.href.startsWith('mailto:')) return [{ name, email: link.at }]
    if (link.href.startsWith('tel:')) return [{ name, telephone: link.at }]
    return [{ name, page: link.href, ...(parts.kind === 'whatsapp' ? { telephone: link.at } : {}) }]
  })
}

/** The first contact of a kind that the agency prints. */
export const contactOf = (agency: AgencyProfile, kind: 'phone' | 'email' | 'web'): string | undefined =>
  agency.contacts.find((contact) => contact.kind === kind)?.value
