import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { paperCode } from '#app/use-cases/public/paper-code.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { canonicalJson } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { aFullOffice, type FullOffice } from '#test/builders/full-office.ts'
import { freshDatabase } from '#test/support/postgres.ts'

type Page = { file: string; path: string; params?: Record<string, string>; cookie?: string }
type Loader = (args: LoaderFunctionArgs) => unknown
type Module = { loader?: Loader }

const modules = import.meta.glob<Module>([
  '../../app/{public,work,authoring,admin,account,admin/register,authoring/comments,authoring/suggestions}/*.{ts,tsx}',
  '!**/*.{test,server}.{ts,tsx}',
])
const nameOf = (path: string) => path.replace('../../app/', '')
/** They read nothing or one row, and the list of people to be is the demonstration's. */
const withoutLists = new Set([
  ...['account/demo.tsx', 'account/invitation.tsx', 'account/preferences.ts', 'account/sign-in.tsx', 'account/sign-out.ts'],
  // Shows what a move would do to each request, and reads each whole for that, two hundred to a page.
  'authoring/moves.tsx',
  ...[
    'public/not-found.tsx',
    'public/standard-schema.ts',
    'public/decree-file.ts',
    'public/ticket-file.ts',
    'public/robots.ts',
    'public/act-file.ts',
    'public/emblem.ts',
    'public/track.tsx',
    'public/check.tsx',
    'public/rule-help.tsx',
    'public/rule-page.tsx',
  ],
  ...['work/file.ts', 'work/open-notice.ts', 'work/report.tsx'],
])

const statements: string[] = []
let office: FullOffice
let few: Record<string, number>
let many: Record<string, number>
let withLoaders: string[]

beforeAll(async () => {
  const opened = await freshDatabase({ onStatement: (text) => statements.push(text) })
  office = await aFullOffice(opened)
  withLoaders = []
  for (const [path, load] of Object.entries(modules)) if ((await load()).loader) withLoaders.push(nameOf(path))
  few = await countAll()
  for (let i = 1; i < 50; i++) await office.grow()
  many = await countAll()
}, 120_000)

describe('a page', () => {
  it('sends as many statements for fifty rows as for one', () => {
    expect(Object.keys(few).length).toBeGreaterThan(40)
    expect(many).toEqual(few)
  })

  it('sends few', () => {
    expect(Object.entries(many).filter(([, count]) => count > 8)).toEqual([])
  })

  it('is among those counted when it has a loader', async () => {
    const counted = new Set((await pages()).map(({ file }) => file))
    expect(withLoaders.filter((file) => !counted.has(file) && !withoutLists.has(file))).toEqual([])
  })
})

async function countAll(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const page of await pages()) {
    // What a process keeps for ever (definitions, calendars) is read the first time.
    await open(page)
    const before = statements.length
    await open(page)
    counts[`${page.file} ${page.path.replace(/[0-9a-f-]{36}/, ':id')}`] = statements.length - before
  }
  return counts
}

async function open({ file, path, params = {}, cookie }: Page): Promise<void> {
  const { loader } = (await modules[`../../app/${file}`]?.()) ?? {}
  if (!loader) throw new Error(`${file} has no loader`)
  const request = new Request(`http://localhost${path}`, cookie ? { headers: { Cookie: cookie } } : {})
  const context: AppLoadContext = {
    ...{ ports: office.ports, nonce: 'n', locale: 'id', theme: null, requestId: 'r', clientAddress: '127.0.0.1' },
    visitor: async () => office.person,
  }
  try {
    await loader({ request, params, context })
  } catch (thrown) {
    if (thrown instanceof Response) throw new Error(`${file} ${path}: ${thrown.status}`)
    throw thrown
  }
}

async function pages(): Promise<Page[]> {
  const { agencyId: agency, slug, decreeId, shown, personId } = office
  const inAgency = { agency }
  const standard = { agency, slug }
  const task = { agency, id: await shown.taskId() }
  const instance = { agency, id: shown.instanceId }
  const at =
    (area: string, params: Record<string, string>) =>
    (name: string): Page => ({
      file: `${area}/${name}.tsx`,
      path: `/${area}/${name}`,
      params,
    })
  return [
    ...['work', 'authoring', 'admin', 'public'].map((area) => at(area, {})('layout')),
    ...['inbox', 'instances', 'start-list', 'monitor', 'notices'].map(at('work', {})),
    { ...at('work', {})('inbox'), path: '/?tampil=saya' },
    { ...at('work', {})('instances'), path: `/?status=running&standar=${slug}` },
    at('work', task)('task'),
    at('work', instance)('instance'),
    at('work', { ...instance, act: 'tangguhkan' })('supervise'),
    { ...at('work', instance)('correct'), path: '/?isian=title' },
    at('work', { agency, slug: 'standar-2' })('start'),
    at('work', standard)('read-standard'),
    ...['standards', 'new-standard'].map(at('authoring', {})),
    ...['blocks', 'regulations'].map(at('authoring', inAgency)),
    ...['builder', 'words', 'versions', 'derived', 'review', 'publish', 'readers', 'suggestions/suggestions'].map(
      at('authoring', standard),
    ),
    {
      ...at('authoring', standard)('words'),
      file: 'authoring/comments/conversation.ts',
      path: `/susun/${agency}/${slug}/komentar`,
    },
    { ...at('authoring', standard)('measured'), file: 'authoring/measured.ts', path: `/susun/${agency}/${slug}/lama` },
    ...['agencies', 'new-agency'].map(at('admin', {})),
    ...['agency', 'positions', 'people', 'calendar', 'series', 'papers', 'review', 'audit'].map(at('admin', inAgency)),
    at('admin', { agency, person: personId })('person'),
    ...['register/book', 'register/record'].map(at('admin', inAgency)),
    ...['xlsx', 'pdf'].map((kind) => ({
      ...at('admin', inAgency)('register/book-file'),
      file: 'admin/register/book-file.ts',
      path: `/buku.${kind}`,
    })),
    at('account', {})('account'),
    at('account', {})('away'),
    ...['catalogue', 'register'].map(at('public', {})),
    { ...at('public', {})('catalogue'), path: '/?q=standar' },
    at('public', inAgency)('agency'),
    ...['sheet', 'components', 'sop', 'decree-text', 'pledge', 'history', 'portal', 'apply'].map(at('public', standard)),
    { ...at('public', { ...standard, number: '2' })('sheet'), path: '/v/2' },
    { ...at('public', { ...standard, number: '2' })('changes'), path: '/riwayat/2' },
    { ...at('public', inAgency)('portal-sheet'), file: 'public/portal-sheet.ts', path: `/standar/${agency}/sippn.csv` },
    { ...at('public', inAgency)('agency-catalogue'), file: 'public/agency-catalogue.ts' },
    ...['feed', 'sitemap'].map((name) => ({ ...at('public', {})(name), file: `public/${name}.ts` })),
    ...['standard-json', 'standard-cpsv', 'feed'].map((name) => ({ ...at('public', standard)(name), file: `public/${name}.ts` })),
    { ...at('public', standard)('paper-docx'), file: 'public/paper-docx.ts', path: `/standar/${agency}/${slug}/komponen.docx` },
    { ...at('public', standard)('paper-pdf'), file: 'public/paper-pdf.ts', path: `/standar/${agency}/${slug}/komponen.pdf` },
    at('public', { agency, id: decreeId })('decree'),
    at('authoring', { agency, id: decreeId })('signing'),
    {
      ...at('authoring', { agency, id: decreeId })('decree-pdf'),
      file: 'authoring/decree-pdf.ts',
    },
    at('public', { code: paperCode({ agencyId: agency, slug, version: 1, digest: digestOf(canonicalJson(aCoverage())) }) })(
      'checked',
    ),
    at('public', { ticket: shown.ticket })('ticket'),
  ]
}
