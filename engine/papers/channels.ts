import type { AgencyProfile, Contact } from '../agency.ts'
import type { ComplaintChannel } from '../definition/index.ts'
import type { PaperItem, PaperLink } from './block.ts'

type Kind = ComplaintChannel['kind']

const names: Readonly<Record<Kind, string>> = {
  inPerson: 'Tatap muka langsung',
  box: 'Kotak pengaduan',
  letter: 'Surat pengaduan',
  whatsapp: 'WA',
  phone: 'Telepon',
  email: 'Email',
  web: 'Situs web',
  instagram: 'Instagram',
  twitter: 'Twitter',
  facebook: 'Facebook',
  other: '',
}
/** Channels that say all by their name; the others are nothing without an address. */
const complete: readonly Kind[] = ['inPerson', 'box']
const social: readonly Kind[] = ['instagram', 'twitter', 'facebook']

/** The part of `text` that can be called, written to or opened, as the kind of contact says; only safe schemes. */
export function contactLink(kind: Kind | Contact['kind'], text: string): PaperLink | undefined {
  const part = (pattern: RegExp) => text.match(pattern)?.[0]
  switch (kind) {
    case 'email': {
      const at = part(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/)
      return at ? { at, href: `mailto:${at}` } : undefined
    }
    case 'phone':
    case 'whatsapp': {
      const at = part(/\+?\(?\d[\d\s()–-]{5,}\d/)
      if (!at) return undefined
      const digits = at.replace(/\D/g, '')
      return { at, href: kind === 'phone' ? `tel:${digits}` : `https://wa.me/${digits.replace(/^0/, '62')}` }
    }
    case 'web': {
      const at = part(/(?:https?:\/\/|www\.)[\w.-]+(?:\/[\w./-]*)?/)
      return at ? { at, href: at.startsWith('www.') ? `https://${at}` : at } : undefined
    }
    default:
      return undefined
  }
}

/** A way to complain as it is reached: what it is called, its address, and who answers there where the agency says so. */
export type ChannelParts = { kind: Kind; name: string; value: string; who: string | null; link: PaperLink | undefined }

/** Null for a channel that says nothing: no address and no words of its own. */
export function channelParts(channel: ComplaintChannel, agency: AgencyProfile): ChannelParts | null {
  const contact = channel.contact ? agency.contacts.find(({ id }) => id === channel.contact) : undefined
  const value = channel.value || contact?.value || ''
  if (!value && !channel.text && !complete.includes(channel.kind)) return null
  const name = channel.text || names[channel.kind]
  const who = (!channel.value && contact?.who) || null
  return { kind: channel.kind, name, value, who, link: contactLink(channel.kind, lineOf(name, value)) }
}

const lineOf = (name: string, value: string) => (name && value ? `${name}: ${value}` : name || value)

function channelItem(channel: ComplaintChannel, agency: AgencyProfile): PaperItem | null {
  const parts = channelParts(channel, agency)
  if (!parts) return null
  const text = lineOf(parts.name, parts.who ? `${parts.value} (${parts.who})` : parts.value)
  return parts.link ? { text, link: parts.link } : { text }
}

/** The ways to complain as printed lines; neighbouring social media stand together under one line. */
export function channelItems(channels: readonly ComplaintChannel[], agency: AgencyProfile): PaperItem[] {
  const lines: PaperItem[] = []
  let media: PaperItem[] | null = null
  for (const channel of channels) {
    const item = channelItem(channel, agency)
    if (!item) continue
    if (!social.includes(channel.kind)) {
      media = null
      lines.push(item)
    } else if (media) {
      media.push(item)
    } else {
      media = [item]
      lines.push({ text: 'Media sosial:', sub: media })
    }
  }
  return lines
}
