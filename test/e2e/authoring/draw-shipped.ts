import type { Locator, Page } from '@playwright/test'
import { builderFlow } from '#app/i18n/catalogues/builder/flow.ts'
import { builderForms } from '#app/i18n/catalogues/builder/forms.ts'
import { builderPeople } from '#app/i18n/catalogues/builder/people.ts'
import { builderPieces } from '#app/i18n/catalogues/builder/pieces.ts'
import { type Definition, type Field, type StepRow, stepRows, type TaskNode } from '#engine'
import type { Keys } from './keys.ts'
import { expect } from './patience.ts'
import type { Pointer } from './pointer.ts'

type Hand = Keys | Pointer

/** Begins a standard; the canvas is empty. */
export async function beginEmpty(hand: Hand, title: string): Promise<void> {
  const { page } = hand
  await page.goto('/susun/baru')
  await hand.write(page.getByLabel(/^Judul/), title)
  await hand.push(page.getByRole('button', { name: 'Buat standar' }))
  await expect(page.getByRole('button', { name: 'Tempel tabel langkah' })).toBeVisible()
}

/** Text by the keys that everybody knows. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await page.keyboard.press('Control+v')
}

/** A paste with HTML as the program left it: the browser's own clipboard would clean what a page writes into it. */
export async function pasteHtml(page: Page, html: string): Promise<void> {
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', words)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, html)
}

/** The table of a standard as an officer has it in a sheet; events are no rows of it. */
export function sheetOf(definition: Definition): string {
  const lane = (id: string) => definition.flow.lanes.find((one) => one.id === id)?.name ?? ''
  const rows = tasksOf(definition).map(({ node }, index) => [index + 1, node.activity, lane(node.lane)].join('\t'))
  return ['No\tKegiatan\tPelaksana', ...rows].join('\n')
}

type TaskRow = StepRow & { node: TaskNode }
export const tasksOf = (definition: Definition): TaskRow[] =>
  stepRows(definition).filter((row): row is TaskRow => row.node.kind === 'task')

export async function putIn(hand: Hand, steps: number): Promise<void> {
  await hand.push(hand.page.getByRole('button', { name: `Masukkan ${steps} langkah` }))
  await expect(hand.table.locator('[data-row]')).toHaveCount(steps)
}

/** The decisions of each step and where they lead, in the last column of the table. */
export async function setExits(hand: Hand, definition: Definition): Promise<void> {
  for (const { node } of tasksOf(definition)) await setExitsOf(hand, definition, node)
}

async function setExitsOf(hand: Hand, definition: Definition, node: TaskNode): Promise<void> {
  const [first] = node.outcomes
  if (node.outcomes.length === 1 && first?.label === 'Kirim') return
  await hand.openExits(await hand.rowOf(node.activity))
  const dialog = hand.page.getByRole('dialog')
  const labels = dialog.getByLabel('Kata pada tombol')
  for (const [index, outcome] of node.outcomes.entries()) {
    if (index > 0) {
      await hand.push(dialog.getByRole('button', { name: 'Tambah putusan' }))
      await expect(labels).toHaveCount(index + 1)
    }
    await hand.write(labels.nth(index), outcome.label)
    const kind = builderFlow.id[`builder.outcome.${outcome.kind}`]
    const kinds = dialog.getByLabel('Jenis')
    if ((await chosen(kinds.nth(index))) !== kind) await hand.pick(kinds.nth(index), kind)
    const targets = dialog.getByLabel('Menuju')
    const target = await optionOf(targets.nth(index), targetName(definition, node, outcome.id))
    if ((await chosen(targets.nth(index))) !== target) await hand.pick(targets.nth(index), target)
  }
  await hand.push(dialog.getByRole('button', { name: 'Selesai', exact: true }))
  await expect(dialog).toHaveCount(0)
}

const chosen = (list: Locator): Promise<string> => list.locator('option:checked').innerText()

function targetName(definition: Definition, node: TaskNode, outcome: string): string {
  const edge = definition.flow.edges.find(
    (one) => one.from === node.id && (one.outcome === outcome || node.outcomes.length === 1),
  )
  const row = stepRows(definition).find((one) => one.node.id === edge?.to)
  if (row === undefined) return 'Selesai'
  return row.node.kind === 'decision' ? row.node.question : row.node.activity
}

/** The entry of a list of steps, whatever number the step has by now. */
async function optionOf(list: Locator, name: string): Promise<string> {
  const options = await list.locator('option').allInnerTexts()
  return options.find((option) => option.replace(/^\d+\. /, '') === name) ?? name
}

/** The form of each step that has one: kinds, words, what must be filled in and when it is asked. */
export async function designForms(hand: Hand, definition: Definition): Promise<void> {
  for (const { node } of tasksOf(definition)) {
    const form = definition.forms.find(({ id }) => id === node.form)
    if (form === undefined) continue
    await hand.go(await hand.rowOf(node.activity), 1)
    await hand.tab('Formulir')
    await hand.push(hand.inspector.getByRole('button', { name: 'Buat formulir' }))
    for (const field of form.fields) await addField(hand, definition, field)
  }
}

async function addField(hand: Hand, definition: Definition, field: Field): Promise<void> {
  const { inspector } = hand
  await hand.push(inspector.getByRole('button', { name: 'Tambah isian', exact: true }).last())
  await hand.menu(builderForms.id[`builder.field.${field.kind}`])
  const body = inspector.locator('.item__body')
  await hand.write(body.getByLabel('Label', { exact: true }), field.label)
  const required = body.getByLabel('Wajib diisi')
  if ((await required.isChecked()) !== field.required) await hand.flip(required)
  if ('options' in field)
    await writeOptions(
      hand,
      body,
      field.options.map(({ label }) => label),
    )
  if (field.visibleWhen) await showOnlyIf(hand, definition, body, field)
  await hand.push(inspector.locator('.item__toggle[aria-expanded="true"]'))
}

async function writeOptions(hand: Hand, body: Locator, options: readonly string[]): Promise<void> {
  const written = body.locator('.option-list').getByRole('textbox')
  for (const [index, label] of options.entries()) {
    if (index >= (await written.count())) await hand.push(body.getByRole('button', { name: 'Tambah pilihan' }))
    await hand.write(written.nth(index), label)
  }
}

async function showOnlyIf(hand: Hand, definition: Definition, body: Locator, field: Field): Promise<void> {
  const asked = field.visibleWhen
  if (asked?.kind !== 'field') throw new Error('only a comparison of one field is drawn here')
  const other = definition.forms.flatMap(({ fields }) => fields).find(({ id }) => id === asked.field)
  const option = other && 'options' in other ? other.options.find(({ id }) => id === (asked.value as unknown))?.label : 'Ya'
  await hand.push(body.locator('summary', { hasText: 'Tampil hanya bila' }))
  await hand.push(body.getByRole('button', { name: 'Tambah syarat' }))
  const fields = body.getByRole('combobox', { name: 'Isian', exact: true })
  // One that may be empty where it is asked says so behind its name.
  const named = (await fields.locator('option').allTextContents()).find(
    (words) => words.replace(/ \(mungkin kosong\)$/, '') === other?.label,
  )
  await hand.pick(fields, named ?? '')
  await hand.pick(body.getByRole('combobox', { name: 'Perbandingan' }), 'adalah')
  await hand.pick(body.getByRole('combobox', { name: 'Nilai' }), option ?? '')
}

/** Who begins, beside the canvas. */
export async function setStart(hand: Pointer, definition: Definition): Promise<void> {
  const { inspector, page } = hand
  await page.locator('.sights').getByRole('button', { name: 'Kanvas' }).click()
  for (const node of definition.flow.nodes) {
    if (node.kind !== 'start') continue
    await hand.outline.locator('.outline__ends').first().locator('.outline__step').click()
    await hand.pick(inspector.getByLabel('Dimulai oleh'), builderPieces.id[`builder.by.${node.by}`])
  }
}

/** Events are no rows of an officer's sheet: each is put in from the palette, after the step that leads to it. */
export async function addEvents(hand: Pointer, definition: Definition): Promise<void> {
  const events = stepRows(definition).filter(({ node }) => node.kind === 'event')
  for (const { number, node } of events) {
    if (node.kind !== 'event') continue
    const before = stepRows(definition)[number - 2]?.node
    if (before?.kind === 'task') await hand.step(before.activity).click()
    await hand.palette('Peristiwa').click()
    await hand.nameNew(node.activity)
  }
  await hand.openTable()
  for (const { node } of events) {
    if (node.kind !== 'event') continue
    await hand.go(await hand.rowOf(node.activity), 2)
    await hand.page.keyboard.press('F2')
    await hand.page.keyboard.insertText(definition.flow.lanes.find(({ id }) => id === node.lane)?.name ?? '')
    await hand.page.keyboard.press('Enter')
  }
}

/** Lanes that are not of the office: the applicant under another name, the public. */
export async function setLaneKinds(hand: Pointer, { flow }: Definition): Promise<void> {
  const others = flow.lanes.filter(({ kind, name }) => kind !== 'positions' && name !== 'Pemohon')
  if (others.length === 0) return
  await hand.page.locator('.sights').getByRole('button', { name: 'Kanvas' }).click()
  for (const lane of others) {
    await hand.showAll()
    await hand.lane(lane.name).click()
    await hand.pick(hand.inspector.getByLabel('Siapa', { exact: true }), builderPeople.id[`builder.lane.kind.${lane.kind}`])
  }
  await hand.openTable()
}
