import { defineConfig } from '@playwright/test'
import { findChromium } from '../scripts/chromium.mjs'

// Found once; the workers, which read this file again, inherit the answer.
const chromium = await findChromium()
Object.assign(process.env, { CHROMIUM_PATH: chromium.path }, chromium.env)

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.e2e.ts',
  // What takes long and is like another test waits for its drill (docs/operations/drills.md).
  ...(process.env.BAKU_LONG ? {} : { grepInvert: /@long/ }),
  outputDir: '../test-results',
  globalSetup: './e2e/support/postgres.setup.ts',
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env.BAKU_E2E_REPORT ? [['line'], ['json', { outputFile: process.env.BAKU_E2E_REPORT }]] : [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium.path,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [{ name: 'desktop' }],
})
