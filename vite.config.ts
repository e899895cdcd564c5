/// <reference types="vitest/config" />
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { clientHardening } from './scripts/vite/client-hardening.ts'
import { ownServer } from './scripts/vite/own-server.ts'

const future = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_routeConfig: true,
  v3_singleFetch: true,
  v3_lazyRouteDiscovery: true,
  unstable_optimizeDeps: true,
} as const

const tests = ['**/*.test.ts', '**/*.test.tsx']
const quiet = ['./test/support/console.ts']

/**
 * What pages, files and the interface say of stored data, and who may do what. Both databases run the same statements, which
 * the other files try on each; for these one is enough.
 */
const aboveTheDatabase = [
  ...['foreign-agency', 'bad-input', 'api', 'supervision-api', 'signing', 'statement-counts', 'public-reading', 'open-data'],
  ...[
    'open-feeds',
    'paper-files',
    'paper-layout',
    'check-paper',
    'register-book',
    'compare-versions',
    'applicant-words',
    'comments',
    'definition-file',
    'derived-standards',
    'measured',
    'readings',
    'regulations',
    'scenarios',
    'shared-blocks',
    'words-from-elsewhere',
    '*-page',
  ],
].map((name) => `test/db/${name}.test.ts`)

export default defineConfig({
  plugins: [
    !process.env.VITEST && [
      ownServer({ index: './app/server.ts', cli: './app/cli/main.ts' }),
      clientHardening(),
      remix({ future }),
    ],
  ],
  build: { target: 'es2022', sourcemap: false },
  ssr: { external: ['@electric-sql/pglite', '@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', 'pg'] },
  test: {
    coverage: {
      provider: 'v8',
      include: ['engine/**/*.ts'],
      exclude: ['**/*.test.ts', 'test/**'],
      reporter: [['text', { skipFull: true }], 'text-summary'],
      reportsDirectory: '.cache/coverage',
      thresholds: { lines: 95 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['engine', 'app', 'db', 'test/lint', 'test/definitions', 'test/histories', 'scripts'].flatMap((folder) =>
            tests.map((glob) => `${folder}/${glob}`),
          ),
          setupFiles: quiet,
          testTimeout: 30_000,
          // Nothing here keeps a state between files, and a world of its own for each takes longer than its tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          // Each file has a database of its own and leaves nothing else behind; loading the program anew for each took half the time.
          isolate: false,
          include: tests.map((glob) => `test/db/${glob}`),
          exclude: process.env.TEST_DATABASE === 'embedded' ? aboveTheDatabase : [],
          setupFiles: quiet,
          globalSetup: ['./test/support/database.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: { name: 'histories', disableConsoleIntercept: true, include: ['test/histories/**/*.record.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          disableConsoleIntercept: true,
          include: ['test/bench/**/*.bench.ts'],
          globalSetup: ['./test/support/database.setup.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'drill',
          disableConsoleIntercept: true,
          include: ['test/drill/**/*.drill.ts'],
          testTimeout: 4 * 3_600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
