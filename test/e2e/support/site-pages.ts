import routeConfig from '#app/routes.ts'
import type { DemoOffice } from './demo-office.ts'

type Entry = { file: string; path?: string; children?: readonly Entry[] }

/** The patterns of every address that answers with a page; those without one (files, sign-out) are modules without markup. */
export const pagePatterns: readonly string[] = patternsOf(routeConfig as readonly Entry[], '')

function patternsOf(entries: readonly Entry[], above: string): string[] {
  return entries.flatMap(({ file, path, children }) => {
    const pattern = path ? `${above}/${path}` : above
    if (children) return patternsOf(children, pattern)
    return file.endsWith('.tsx') ? [pattern || '/'] : []
  })
}

export type SitePage = {
  address(office: DemoOffice): string
  /** Who looks at it; without one anybody does. */
  as?(office: DemoOffice): string
  /** The only pages that may send scripts; what is there when they run. */
  scripted?: string
  status?: number
}

const standard = (tail = '') => ({
  address: ({ agency, standard }: DemoOffice) => `/standar/${agency}/${standard.draft}${tail}`,
})
const author = ({ people }: DemoOffice) => people.author
const operator = ({ people }: DemoOffice) => people.operator
const administrator = ({ people }: DemoOffice) => people.administrator
const staff = ({ task }: DemoOffice) => task.person
const written = (tail: string) => ({
  address: ({ agency, standard }: DemoOffice) => `/susun/${agency}/${standard.draft}${tail}`,
  as: author,
})
const managed = (tail: string) => ({ address: ({ agency }: DemoOffice) => `/kelola/${agency}${tail}`, as: administrator })

const supervised = (act: string) => ({
  address: ({ underWay }: DemoOffice) => `/kerja/permohonan/${underWay.agencyId}/${underWay.instanceId}/tindakan/${act}`,
  as: ({ underWay }: DemoOffice) => underWay.people.supervisor,
})

/** One fitting address and visitor for every page of the site. */
export const sitePages: Readonly<Record<string, SitePage>> = {
  '/': { address: () => '/' },
  '/standar/:agency': { address: ({ agency }) => `/standar/${agency}` },
  '/standar/:agency/:slug': standard(),
  '/standar/:agency/:slug/komponen': standard('/komponen'),
  '/standar/:agency/:slug/sop': standard('/sop'),
  '/standar/:agency/:slug/sk': standard('/sk'),
  '/standar/:agency/:slug/maklumat': standard('/maklumat'),
  '/standar/:agency/:slug/riwayat': standard('/riwayat'),
  '/standar/:agency/:slug/sippn': { ...standard('/sippn'), scripted: '.portal-field button' },
  '/standar/:agency/:slug/riwayat/:number': { address: () => '/standar/kecamatan-peragaan/izin-keramaian-umum/riwayat/2' },
  '/standar/:agency/:slug/v/:number': standard('/v/1'),
  '/standar/:agency/:slug/v/:number/komponen': standard('/v/1/komponen'),
  '/standar/:agency/:slug/v/:number/sop': standard('/v/1/sop'),
  '/standar/:agency/:slug/v/:number/sk': standard('/v/1/sk'),
  '/standar/:agency/:slug/v/:number/maklumat': standard('/v/1/maklumat'),
  '/sk': { address: () => '/sk' },
  '/sk/:agency/:id': { address: ({ agency, decree }) => `/sk/${agency}/${decree}` },
  '/sk/:agency/:id/penandatanganan': {
    address: ({ agency, decree }) => `/sk/${agency}/${decree}/penandatanganan`,
    as: ({ people }) => people.signatory,
  },
  '/ajukan/:agency/:slug': { address: ({ agency, standard }) => `/ajukan/${agency}/${standard.draft}` },
  '/lacak': { address: () => '/lacak' },
  '/lacak/:ticket': { address: ({ ticket }) => `/lacak/${ticket}` },
  '/cek': { address: () => '/cek' },
  '/cek/:code': { address: ({ code }) => `/cek/${code}` },
  '/bantuan': { address: () => '/bantuan' },
  '/bantuan/aturan': { address: () => '/bantuan/aturan' },
  '/bantuan/aturan/:rule': { address: () => '/bantuan/aturan/revise-goes-back' },

  '/masuk': { address: () => '/masuk' },
  '/undangan/:token': { address: ({ invitation }) => `/undangan/${invitation}` },
  '/akun': { address: () => '/akun', as: staff },
  '/akun/cuti': { address: () => '/akun/cuti', as: staff },
  '/demo': { address: () => '/demo' },

  '/kerja': { address: () => '/kerja', as: staff },
  '/kerja/mulai': { address: () => '/kerja/mulai', as: ({ people }) => people.starter },
  '/kerja/mulai/:agency/:slug': {
    address: ({ staffed }) => `/kerja/mulai/${staffed.agency}/${staffed.slug}`,
    as: ({ people }) => people.starter,
  },
  '/kerja/tugas/:agency/:id': { address: ({ agency, task }) => `/kerja/tugas/${agency}/${task.id}`, as: staff },
  '/kerja/permohonan': { address: () => '/kerja/permohonan', as: staff },
  '/kerja/permohonan/:agency/:id': {
    address: ({ underWay }) => `/kerja/permohonan/${underWay.agencyId}/${underWay.instanceId}`,
    as: ({ underWay }) => underWay.people.supervisor,
  },

  '/kerja/permohonan/:agency/:id/tindakan/koreksi': supervised('koreksi'),
  '/kerja/permohonan/:agency/:id/tindakan/:act': supervised('kembalikan'),
  '/kerja/permohonan/:agency/:id/lapor/:wait': {
    address: ({ underWay }) => `/kerja/permohonan/${underWay.agencyId}/${underWay.instanceId}/lapor/${underWay.waitId}`,
    as: ({ underWay }) => underWay.people.technical,
  },
  '/kerja/kabar': { address: () => '/kerja/kabar', as: staff },
  '/kerja/pantauan': { address: () => '/kerja/pantauan', as: administrator },

  '/susun': { address: () => '/susun', as: author },
  '/susun/baru': { address: () => '/susun/baru', as: author },
  '/susun/:agency/peraturan': { address: ({ agency }) => `/susun/${agency}/peraturan`, as: author },
  '/susun/:agency/:slug': { ...written(''), scripted: '.react-flow__node' },
  '/susun/:agency/:slug/komponen': written('/komponen'),
  '/susun/:agency/:slug/versi': written('/versi'),
  '/susun/:agency/:slug/turunan': written('/turunan'),
  '/susun/:agency/blok': { address: ({ agency }) => `/susun/${agency}/blok`, as: author },
  '/susun/:agency/:slug/pindah': {
    address: ({ agency, standard }) => `/susun/${agency}/${standard.draft}/pindah`,
    as: administrator,
  },
  '/susun/:agency/:slug/pembaca': written('/pembaca'),
  '/kerja/baca/:agency/:slug': {
    address: ({ agency, standard }) => `/kerja/baca/${agency}/${standard.draft}`,
    as: staff,
  },
  '/susun/:agency/:slug/saran': written('/saran'),
  '/susun/:agency/:slug/tinjau': {
    address: ({ agency, standard }) => `/susun/${agency}/${standard.review}/tinjau`,
    as: ({ people }) => people.approver,
  },
  '/susun/:agency/:slug/tetapkan': {
    address: ({ agency, standard }) => `/susun/${agency}/${standard.approved}/tetapkan`,
    as: ({ people }) => people.signatory,
  },

  '/kelola': { address: () => '/kelola', as: operator },
  '/kelola/baru': { address: () => '/kelola/baru', as: operator },
  '/kelola/:agency': managed(''),
  '/kelola/:agency/jabatan': managed('/jabatan'),
  '/kelola/:agency/orang': managed('/orang'),
  '/kelola/:agency/orang/:person': { address: ({ agency, person }) => `/kelola/${agency}/orang/${person}`, as: administrator },
  '/kelola/:agency/kalender': managed('/kalender'),
  '/kelola/:agency/register': managed('/register'),
  '/kelola/:agency/buku': managed('/buku'),
  '/kelola/:agency/buku/catat': managed('/buku/catat'),
  '/kelola/:agency/peninjauan': managed('/peninjauan'),
  '/kelola/:agency/naskah': managed('/naskah'),
  '/kelola/:agency/jejak': { address: ({ agency }) => `/kelola/${agency}/jejak`, as: ({ people }) => people.auditor },

  '/*': { address: () => '/tidak/ada', status: 404 },
}
