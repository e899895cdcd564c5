import { readFileSync } from 'node:fs'
import ponjong from '#definitions/agencies/kapanewon-ponjong/standards/alur-upload-konten-media-sosial.json' with { type: 'json' }
import { parseDefinition } from '#engine'
import { copiedAs } from '#test/engine/pasted/copied-as.ts'
import { expectAccessible } from '../support/test.ts'
import { agency, authors, expect, test } from './authors.ts'
import { beginEmpty, designForms, paste, pasteHtml, putIn, setExits } from './draw-shipped.ts'
import { Keys } from './keys.ts'
import { withoutPointer } from './pointer-uses.ts'
import { savedDraft } from './saved-draft.ts'
import { shapeOf } from './shape-of.ts'

test.use({ viewport: { width: 1440, height: 1000 }, permissions: ['clipboard-read', 'clipboard-write'] })

const slug = 'alur-upload-konten'
const source = readFileSync(new URL('../../engine/pasted/kapanewon-ponjong.txt', import.meta.url), 'utf8')

test('the procedure of Kapanewon Ponjong is drawn by keyboard alone: its table pasted, its exits set, its forms designed', {
  tag: '@long',
}, async ({ page, desk, office }) => {
  test.setTimeout(240_000)
  const parsed = parseDefinition(ponjong.definition)
  if (!parsed.ok) throw new Error('the shipped definition does not parse')
  const shipped = parsed.definition
  const pointerUses = await withoutPointer(page)
  const hand = new Keys(page)
  await desk.seat(authors.author)
  await beginEmpty(hand, 'Alur Upload Konten')

  await test.step('a paste that cannot be read says so, and changes nothing', async () => {
    await paste(page, '\n\t\n')
    const dialog = page.getByRole('dialog', { name: 'Tempel tabel langkah' })
    await expect(dialog.getByRole('alert')).toContainText('Tidak ada langkah yang terbaca')
    await hand.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('the step table as a word processor copies it gives the rows and lanes', async () => {
    await pasteHtml(page, copiedAs('word', source))
    await expect(page.getByRole('dialog')).toContainText('Terbaca 5 langkah dan 5 pelaksana.')
    await expectAccessible(page)
    await putIn(hand, 5)
  })

  await test.step('each step is said by its name, each cell with what stands in it', async () => {
    const steps = shapeOf(shipped).steps
    await hand.go(1, 1)
    for (const [index, { name, lane }] of steps.entries()) {
      const focused = page.locator(':focus')
      await hand.press('Home')
      await expect(focused).toHaveAccessibleName(`Baris ${index + 1}: ${name}`)
      await hand.press('ArrowRight')
      await expect(focused).toHaveRole('gridcell')
      await expect(focused).toHaveAccessibleName(name)
      await hand.press('ArrowRight')
      await expect(focused).toHaveAccessibleName(lane)
      await hand.press('ArrowDown')
    }
    await expect(hand.table.getByRole('columnheader')).toHaveText([
      'No',
      'Kegiatan',
      'Pelaksana',
      'Kelengkapan',
      'Waktu',
      'Output',
      'Keterangan',
      'Lanjut ke',
    ])
  })

  await test.step('a cell that is written in, and left as it was', async () => {
    await hand.go(1, 2)
    await hand.press('F2')
    await expect(page.getByRole('combobox', { name: 'Pelaksana, baris 1' })).toBeFocused()
    await expectAccessible(page)
    await hand.press('Escape')
    await expect(hand.cell(1, 2)).toBeFocused()
  })

  await test.step('the author only sets the exits', () => setExits(hand, shipped))
  await test.step('and the forms', () => designForms(hand, shipped))

  const drawn = await savedDraft(hand, office, agency, slug)
  expect(shapeOf(drawn)).toEqual(shapeOf(shipped))
  expect(await pointerUses()).toBe(0)
})
