import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { statement } from '../../support/postgres-server.ts'
import { type Office, officeOf } from './office.ts'
import { type RunningServer, startServer } from './server.ts'

type Worker = {
  databaseUrl: string
  /** One server on one database for each worker; its files run one after another. */
  server: RunningServer
  /** True fills the database with the demo's people and instances. */
  demo: boolean
  office: Office
}

type Each = {
  /** Lets one kind of console message pass, such as the browser's note of an answer 409 that the test asks for. */
  tolerate(pattern: RegExp): void
}

export const test = base.extend<Each, Worker>({
  demo: [false, { option: true, scope: 'worker' }],
  databaseUrl: [
    async ({ demo: _demo }, use) => {
      const server = process.env.BAKU_E2E_POSTGRES ?? ''
      const name = `e2e_${randomUUID().replaceAll('-', '')}`
      await statement(server, `create database ${name}`)
      await use(Object.assign(new URL(server), { pathname: `/${name}` }).href)
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ databaseUrl, demo }, use) => {
      const server = await startServer({ databaseUrl, demo })
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  office: [
    async ({ databaseUrl, server }, use) => {
      const office = officeOf(databaseUrl, server.origin)
      await use(office)
      await office.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.origin),
  tolerate: async ({ context }, use) => {
    const tolerated: RegExp[] = []
    const complaints: string[] = []
    context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`)
    })
    context.on('weberror', (error) => complaints.push(`page: ${error.error().message}`))
    await use((pattern) => tolerated.push(pattern))
    expect(complaints.filter((text) => !tolerated.some((pattern) => pattern.test(text)))).toEqual([])
  },
  // Every page is watched, whether its test asks for the watch or not.
  page: async ({ page, tolerate: _watch }, use) => use(page),
})

export { expect }

/** Fails on serious and critical violations of WCAG 2.2 AA on the page as it stands. */
export const expectAccessible = (page: Page): Promise<void> =>
  expectNothingGrave(new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']))

/** The same of what colours and width decide, for a page whose structure was looked at already. */
export const expectVisible = (page: Page): Promise<void> =>
  expectNothingGrave(new AxeBuilder({ page }).withRules(['color-contrast', 'target-size', 'scrollable-region-focusable']))

async function expectNothingGrave(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = grave.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`))
  expect(told).toEqual([])
}
