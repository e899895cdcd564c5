import type { Opened } from '#db/connection.ts'
import { busiest, holderOf, signIn } from './staff.ts'

export type MeasuredPage = { who: string; path: string; cookie: string }

/** Every page behind the sign-in, each as the person for whom it has most to show. */
export async function pagesOf(opened: Opened): Promise<MeasuredPage[]> {
  const { agencyId, slug, performer, finishedId, finishedTask, runningTask, runningId } = await busiest(opened)
  const rights = ['author', 'approver', 'signatory', 'administrator', 'auditor', 'operator'] as const
  const cookies = new Map<string, string>([['staff', (await signIn(opened, performer)).cookie]])
  for (const right of rights) cookies.set(right, (await signIn(opened, await holderOf(opened, agencyId, right))).cookie)
  const start = await startable(opened, agencyId)
  const as = (who: string, paths: readonly string[]) => paths.map((path) => ({ who, path, cookie: cookies.get(who) ?? '' }))
  const written = `/susun/${agencyId}/${slug}`
  const managed = `/kelola/${agencyId}`
  const lists = ['', '?status=completed', '?status=running', `?standar=${slug}`].map((query) => `/kerja/permohonan${query}`)
  return [
    ...as('staff', ['/kerja', '/kerja?tampil=saya', '/kerja/mulai', ...start, ...lists]),
    ...as('staff', [`/kerja/tugas/${agencyId}/${runningTask}`, `/kerja/tugas/${agencyId}/${finishedTask}`]),
    ...as('staff', [`/kerja/permohonan/${agencyId}/${runningId}`, `/kerja/permohonan/${agencyId}/${finishedId}`, '/akun']),
    ...as('administrator', [...lists, `/kerja/permohonan/${agencyId}/${finishedId}`]),
    ...as('author', ['/susun', '/susun/baru', written, `${written}/komponen`, `${written}/versi`, `${written}/tinjau`, ...lists]),
    ...as('approver', ['/susun', `${written}/tinjau`]),
    ...as('signatory', ['/susun', `${written}/tetapkan`]),
    ...as('administrator', ['/kelola', managed, `${managed}/jabatan`, `${managed}/orang`, `${managed}/orang/${performer}`]),
    ...as('administrator', [`${managed}/kalender`, `${managed}/register`, `${managed}/jejak`]),
    ...as('auditor', [`${managed}/jejak`, '/kerja/permohonan']),
    ...as('operator', ['/kelola', '/kelola/baru', managed]),
  ]
}

/** A procedure that staff begin, if the agency has one in force. */
async function startable({ execute }: Opened, agencyId: string): Promise<string[]> {
  const found = await execute<{ slug: string }>(
    `select slug from versions where agency_id = $1 and status = 'published' and body::json #>> '{flow,nodes}' ~ '"by": ?"(staff|complaint)"' limit 1`,
    [agencyId],
  )
  return found.map(({ slug }) => `/kerja/mulai/${agencyId}/${slug}`)
}
