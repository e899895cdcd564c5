import type { ComplaintChannel } from '../components.ts'
import type { DefinitionRule, RuleContext, RuleFinding } from './finding.ts'

/** Whoever complains reaches the office: no way is printed empty, and none hangs on one person's name or on a typed mobile number (D11). */
export const channelsAnswer: DefinitionRule = {
  name: 'channels-answer',
  check({ components }, context) {
    return components.complaints.channels.flatMap((channel, index): RuleFinding[] => {
      const place = { path: `components.complaints.channels.${index}`, params: { component: 'complaints', n: index + 1 } }
      if (isEmpty(channel)) return [{ code: 'channel-empty', ...place }]
      if (channel.contact !== undefined) return ofContact(channel.contact, context, place)
      const said = `${channel.text ?? ''} ${channel.value ?? ''}`
      return isMobile(said) ? [{ code: namesPerson(said) ? 'channel-personal' : 'channel-mobile', ...place }] : []
    })
  },
}

/** Being met or written to needs no number; every other way needs something to reach it by. */
function isEmpty({ kind, text, value, contact }: ComplaintChannel): boolean {
  if (contact !== undefined) return false
  const said = [text, value].filter((part) => part !== undefined && part.trim() !== '')
  if (said.some((part) => /[\p{L}\p{N}]/u.test(afterHeading(part ?? '')))) return false
  return said.length > 0 || !['inPerson', 'box', 'letter'].includes(kind)
}

/** What stands after "Telp/Fax :". */
const afterHeading = (text: string): string => text.replace(/^[^:]{0,30}:/, '')

function ofContact(id: string, { contacts }: RuleContext, place: Pick<RuleFinding, 'path' | 'params'>): RuleFinding[] {
  if (contacts === undefined) return []
  const contact = contacts.find((one) => one.id === id)
  if (contact === undefined) return [{ code: 'channel-unknown-contact', ...place, params: { ...place.params, contact: id } }]
  const personal = contact.who !== undefined && namesPerson(contact.who) && isMobile(contact.value)
  return personal ? [{ code: 'channel-personal', ...place }] : []
}

const isMobile = (text: string): boolean => /(?:\+?62|\b0)[\s.-]?8\d{1,2}(?:[\s.-]?\d{2,4}){2,3}\b/.test(text)

const offices =
  /\b(?:petugas|admin|kepala|sekretaris|pejabat|bidang|bagian|dinas|seksi|subbag|unit|tim|layanan|pelayanan|pengaduan|aduan|kantor|hotline|call|center|humas|ppid|staf|operator|kecamatan|kelurahan|desa|kapanewon)\b/i

const ways = /\b(?:wa|whatsapp|hp|ponsel|telp|telepon|fax|nomor|no|sms|chat|hubungi|melalui|kontak)\b/gi

/** Words are a person's name unless they name an office or only the way to call. */
const namesPerson = (words: string): boolean => !offices.test(words) && /\p{Lu}\p{L}{2,}/u.test(words.replaceAll(ways, ''))
