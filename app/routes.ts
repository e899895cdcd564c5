import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'

/** The papers of a standard as files, below its own address or that of one version. */
const paperFiles = (of: string) =>
  ['lembar', 'komponen', 'sop', 'sk', 'maklumat'].flatMap((paper) =>
    ['pdf', 'docx'].map((kind) => route(`${paper}.${kind}`, `public/paper-${kind}.ts`, { id: `public/${of}-${paper}-${kind}` })),
  )

/** Every address of the site. What people read is Indonesian; modules lie by audience. */
export default [
  layout('public/layout.tsx', [
    index('public/catalogue.tsx'),
    ...prefix('standar/:agency', [
      index('public/agency.tsx'),
      ...['xlsx', 'csv'].map((kind) => route(`sippn.${kind}`, 'public/portal-sheet.ts', { id: `public/portal-sheet-${kind}` })),
      route('perubahan.atom', 'public/feed.ts', { id: 'public/agency/feed' }),
      route('katalog.jsonld', 'public/agency-catalogue.ts'),
      route(':slug.json', 'public/standard-json.ts'),
      route(':slug/v/:number.json', 'public/standard-json.ts', { id: 'public/version/standard-json' }),
      ...prefix(':slug', [
        index('public/sheet.tsx'),
        route('komponen', 'public/components.tsx'),
        route('sop', 'public/sop.tsx'),
        route('sk', 'public/decree-text.tsx'),
        route('maklumat', 'public/pledge.tsx'),
        route('sippn', 'public/portal.tsx'),
        route('riwayat', 'public/history.tsx'),
        route('riwayat/:number', 'public/changes.tsx'),
        route('cpsv.jsonld', 'public/standard-cpsv.ts'),
        route('perubahan.atom', 'public/feed.ts', { id: 'public/standard/feed' }),
        ...paperFiles('standard'),
      ]),
      ...prefix(':slug/v/:number', [
        index('public/sheet.tsx', { id: 'public/version/sheet' }),
        route('komponen', 'public/components.tsx', { id: 'public/version/components' }),
        route('sop', 'public/sop.tsx', { id: 'public/version/sop' }),
        route('sk', 'public/decree-text.tsx', { id: 'public/version/decree-text' }),
        route('maklumat', 'public/pledge.tsx', { id: 'public/version/pledge' }),
        route('cpsv.jsonld', 'public/standard-cpsv.ts', { id: 'public/version/standard-cpsv' }),
        ...paperFiles('version'),
      ]),
    ]),
    route('sk', 'public/register.tsx'),
    route('sk/:agency/:id', 'public/decree.tsx'),
    route('sk/:agency/:id/keputusan.pdf', 'public/act-file.ts', { id: 'public/act-pdf' }),
    route('sk/:agency/:id/keputusan.docx', 'public/act-file.ts', { id: 'public/act-docx' }),
    route('sk/:agency/:id/berkas/:file', 'public/decree-file.ts'),
    route('ajukan/:agency/:slug', 'public/apply.tsx'),
    route('lacak', 'public/track.tsx'),
    route('lacak/:ticket', 'public/ticket.tsx'),
    route('lacak/:ticket/berkas/:file', 'public/ticket-file.ts'),
    route('lambang/:sha256', 'public/emblem.ts'),
    route('cek', 'public/check.tsx'),
    route('cek/:code', 'public/checked.tsx'),
    route('bantuan', 'public/help.tsx'),
    route('bantuan/aturan', 'public/rule-help.tsx'),
    route('bantuan/aturan/:rule', 'public/rule-page.tsx'),
  ]),

  route('skema/standar-1.json', 'public/standard-schema.ts'),
  route('perubahan.atom', 'public/feed.ts'),
  route('sitemap.xml', 'public/sitemap.ts'),
  route('robots.txt', 'public/robots.ts'),

  layout('account/layout.tsx', [
    route('masuk', 'account/sign-in.tsx'),
    route('undangan/:token', 'account/invitation.tsx'),
    route('akun', 'account/account.tsx'),
    route('akun/cuti', 'account/away.tsx'),
    route('demo', 'account/demo.tsx'),
  ]),
  route('keluar', 'account/sign-out.ts'),
  route('preferensi', 'account/preferences.ts'),

  layout('work/layout.tsx', { id: 'work/layout' }, [
    ...prefix('kerja', [
      index('work/inbox.tsx'),
      route('mulai', 'work/start-list.tsx'),
      route('mulai/:agency/:slug', 'work/start.tsx'),
      route('tugas/:agency/:id', 'work/task.tsx'),
      route('permohonan', 'work/instances.tsx'),
      route('permohonan/:agency/:id', 'work/instance.tsx'),
      route('permohonan/:agency/:id/tindakan/koreksi', 'work/correct.tsx'),
      route('permohonan/:agency/:id/tindakan/:act', 'work/supervise.tsx'),
      route('permohonan/:agency/:id/lapor/:wait', 'work/report.tsx'),
      route('pantauan', 'work/monitor.tsx'),
      route('kabar', 'work/notices.tsx'),
      route('baca/:agency/:slug', 'work/read-standard.tsx'),
      route('kabar/:id', 'work/open-notice.ts'),
    ]),
    route('berkas/:agency/:id', 'work/file.ts'),
  ]),

  layout('authoring/layout.tsx', { id: 'authoring/layout' }, [
    route('sk/:agency/:id/penandatanganan', 'authoring/signing.tsx'),
    route('sk/:agency/:id/naskah.pdf', 'authoring/decree-pdf.ts'),
    ...prefix('susun', [
      index('authoring/standards.tsx'),
      route('baru', 'authoring/new-standard.tsx'),
      route(':agency/peraturan', 'authoring/regulations.tsx'),
      route(':agency/blok', 'authoring/blocks.tsx'),
      route(':agency/:slug', 'authoring/builder.tsx'),
      route(':agency/:slug/draf', 'authoring/draft.ts'),
      route(':agency/:slug/lama', 'authoring/measured.ts'),
      route(':agency/:slug/bungkus', 'authoring/wrap.ts'),
      route(':agency/:slug/bersama', 'authoring/together.ts'),
      route(':agency/:slug/komponen', 'authoring/words.tsx'),
      route(':agency/:slug/versi', 'authoring/versions.tsx'),
      route(':agency/:slug/pembaca', 'authoring/readers.tsx'),
      route(':agency/:slug/turunan', 'authoring/derived.tsx'),
      route(':agency/:slug/pindah', 'authoring/moves.tsx'),
      route(':agency/:slug/komentar', 'authoring/comments/conversation.ts'),
      route(':agency/:slug/saran', 'authoring/suggestions/suggestions.tsx'),
      route(':agency/:slug/sarankan', 'authoring/suggestions/suggest.ts'),
      route(':agency/:slug/tinjau', 'authoring/review.tsx'),
      route(':agency/:slug/tetapkan', 'authoring/publish.tsx'),
    ]),
  ]),

  layout('admin/layout.tsx', { id: 'admin/layout' }, [
    ...prefix('kelola', [
      index('admin/agencies.tsx'),
      route('baru', 'admin/new-agency.tsx'),
      ...prefix(':agency', [
        index('admin/agency.tsx'),
        route('jabatan', 'admin/positions.tsx'),
        route('orang', 'admin/people.tsx'),
        route('orang/:person', 'admin/person.tsx'),
        route('kalender', 'admin/calendar.tsx'),
        route('register', 'admin/series.tsx'),
        route('buku', 'admin/register/book.tsx'),
        route('buku/catat', 'admin/register/record.tsx'),
        ...['xlsx', 'pdf'].map((kind) =>
          route(`buku.${kind}`, 'admin/register/book-file.ts', { id: `admin/register/book-${kind}` }),
        ),
        route('naskah', 'admin/papers.tsx'),
        route('peninjauan', 'admin/review.tsx'),
        route('jejak', 'admin/audit.tsx'),
      ]),
    ]),
  ]),

  route('*', 'public/not-found.tsx'),
] satisfies RouteConfig
