import { expect, type Locator, type Page } from '@playwright/test'
import type { Office } from './office.ts'

export type Upload = { name: string; mimeType: string; buffer: Buffer }

/** A small document of that name; what it contains makes it one. */
export const aPdf = (name: string): Upload => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`),
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
export const photos = (count: number, name = 'foto'): Upload[] =>
  Array.from({ length: count }, (_, i) => ({ name: `${name}-${i + 1}.png`, mimeType: 'image/png', buffer: png }))

const exactly = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
/** Labels end with "(wajib)" or "(opsional)". */
const labelled = (label: string) => new RegExp(`^${exactly(label)}\\s*\\((wajib|opsional)\\)`)

/** What people do with the form of a step, by the words they see. */
export class StepForm {
  readonly form: Locator
  constructor(private readonly page: Page) {
    this.form = page.locator('form.task-form')
  }

  field(label: string): Locator {
    return this.form.getByLabel(labelled(label))
  }

  group(label: string): Locator {
    return this.form.locator('fieldset').filter({ has: this.page.locator(':scope > legend', { hasText: labelled(label) }) })
  }

  async write(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(values)) await this.field(label).fill(text)
  }

  async choose(label: string, ...options: readonly string[]): Promise<void> {
    for (const option of options) await this.group(label).getByLabel(option, { exact: true }).check()
  }

  /** From a list that opens. */
  async pick(label: string, option: string): Promise<void> {
    await this.field(label).selectOption({ label: option })
  }

  async confirm(...labels: readonly string[]): Promise<void> {
    for (const label of labels) await this.group(label).getByRole('checkbox').check()
  }

  async attach(label: string, files: readonly Upload[]): Promise<void> {
    await this.field(label).setInputFiles([...files])
  }

  /** The button in sight that sends. */
  sender(name: string): Locator {
    return this.form.getByRole('button', { name, exact: true })
  }

  async send(name: string): Promise<void> {
    await this.sender(name).click()
  }
}

/** One browser at which one person after another sits down. */
export class Desk {
  readonly step: StepForm
  constructor(
    readonly page: Page,
    private readonly office: Office,
  ) {
    this.step = new StepForm(page)
  }

  async seat(person: string): Promise<void> {
    await this.office.signInAs(this.page, person)
  }

  async leave(): Promise<void> {
    await this.office.signOut(this.page)
  }

  row(activity: string, request: string): Locator {
    const link = this.page.getByRole('link', { name: activity, exact: true })
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: request }).filter({ has: link })
  }

  /** Opens one person's task from their list. */
  async open(person: string, activity: string, request: string): Promise<void> {
    await this.seat(person)
    await this.page.goto('/kerja')
    await this.row(activity, request).getByRole('link', { name: activity, exact: true }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(activity)
  }

  /** Sends a step and is told so. */
  async finish(button: string): Promise<void> {
    await this.step.send(button)
    await expect(this.page.getByRole('status')).toBeVisible()
    await expect(this.page).toHaveURL(/\/kerja\?selesai=completed$/)
  }

  async decide(outcome: string, reason?: string): Promise<void> {
    await this.step.form.getByRole('radio', { name: outcome }).check()
    if (reason !== undefined) await this.step.form.locator('textarea[name="reason"]').fill(reason)
  }

  async dispose(to: readonly string[], instruction: string): Promise<void> {
    for (const name of to) await this.step.form.locator('#assignee').getByLabel(name).check()
    await this.step.form.locator('textarea[name="instruction"]').fill(instruction)
  }

  async applyAt(agency: string, slug: string): Promise<void> {
    await this.leave()
    await this.page.goto(`/ajukan/${agency}/${slug}`)
  }

  /** The code shown once after applying. */
  async ticket(): Promise<string> {
    const code = this.page.locator('.ticket-code__code')
    await expect(code).toBeVisible()
    return (await code.innerText()).trim()
  }

  /** Enters a ticket as somebody at another browser would. */
  async track(ticket: string): Promise<void> {
    await this.page.context().clearCookies()
    await this.page.goto('/lacak')
    await this.page.getByLabel('Kode tiket').fill(ticket)
    await this.page.getByRole('button', { name: 'Lihat permohonan' }).click()
    await expect(this.page).toHaveURL(/\/lacak\/\w+/)
  }
}
