import type { IconName } from '#app/ui/icon.tsx'
import type { InstancePage, Supervision } from '#app/use-cases/instances/read-instance.server.ts'

/** The acts that have a page of their own, with the last part of its address. */
export const actWords = {
  resume: 'lanjutkan',
  suspend: 'tangguhkan',
  extend: 'perpanjang',
  sendBack: 'kembalikan',
  reopen: 'buka-kembali',
  correct: 'koreksi',
  cancel: 'batalkan',
} as const satisfies Partial<Record<Supervision, string>>
export type Act = keyof typeof actWords

const isAct = (act: string): act is Act => Object.hasOwn(actWords, act)
export const acts = Object.keys(actWords).filter(isAct)
export const actAt = (word: string | undefined): Act | null => acts.find((act) => actWords[act] === word) ?? null

export const actIcons = {
  resume: 'play',
  suspend: 'pause',
  extend: 'clock',
  sendBack: 'undo',
  reopen: 'refresh',
  correct: 'edit',
  cancel: 'cross',
} as const satisfies Record<Act, IconName>

/** What a supervisor can do as the request stands, with where. */
export function actsOf(may: InstancePage['may'], here: string): { act: Act; href: string }[] {
  return acts.filter((act) => may[act]).map((act) => ({ act, href: `${here}/tindakan/${actWords[act]}` }))
}
