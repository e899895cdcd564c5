import { agency, authors, expect, test } from './authors.ts'
import { Mouse } from './mouse.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const from = `/susun/${agency}/liputan-kegiatan`
const to = `/susun/${agency}/penanganan-pengaduan`

test('an author frames steps, carries them to another standard, and goes on from there by hand and by key', async ({
  page,
  desk,
}) => {
  const hand = new Mouse(page)
  const { canvas, inspector } = hand
  const chosen = canvas.locator('.card-node--selected')
  await desk.seat(authors.author)
  await page.goto(from)
  await page.getByRole('button', { name: /Mulai draf|Mulai versi/ }).click()
  await expect(hand.card('Mendisposisi surat')).toBeVisible()
  await expect(hand.card('Mengkaji permohonan')).toBeVisible()

  await test.step('a frame drawn with Shift chooses what lies in it, copied by keys', async () => {
    const box = await canvas.boundingBox()
    const last = await hand.card('Mengkaji permohonan').boundingBox()
    if (!box || !last) throw new Error('no canvas')
    await page.keyboard.down('Shift')
    await page.mouse.move(box.x + 16, last.y - 130)
    await page.mouse.down()
    await page.mouse.move(last.x + 40, last.y + 40, { steps: 4 })
    await page.mouse.move(last.x + last.width + 8, last.y + last.height + 6, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await expect(chosen).toHaveCount(2)
    await expect(inspector.getByRole('heading', { name: '2 langkah terpilih' })).toBeVisible()
    await page.keyboard.press('Control+c')
    await expect(page.getByText('2 langkah disalin.')).toBeVisible()
  })

  await test.step('in another standard it is asked who does them there', async () => {
    await page.goto(to)
    await page.getByRole('button', { name: /Mulai draf|Mulai versi/ }).click()
    await expect(canvas.locator('.card-node--task').first()).toBeVisible()
    const lanes = await canvas.locator('.lane-head__name').allTextContents()
    await canvas.focus()
    await page.keyboard.press('Control+v')
    const dialog = page.getByRole('dialog', { name: 'Siapa yang mengerjakan di sini?' })
    await dialog
      .getByRole('combobox')
      .first()
      .selectOption({ label: lanes[0] ?? '' })
    await dialog.getByRole('button', { name: 'Tempel' }).click()
    await expect(chosen).toHaveCount(2)
    await expect(hand.row('Mendisposisi surat')).toContainText(lanes[0] ?? '')
  })

  await test.step('a way let go on empty canvas makes a step there', async () => {
    await hand.step('Mendisposisi surat').click()
    const handle = hand.card('Mendisposisi surat').locator('.react-flow__handle.source').first()
    const box = await hand.card('Mendisposisi surat').boundingBox()
    if (!box) throw new Error('no card')
    await hand.drag(handle, { x: box.x + box.width / 2 + 30, y: box.y + box.height + 90 })
    await page.getByRole('dialog', { name: 'Tambah langkah sesudah ini' }).getByRole('button', { name: 'Peristiwa' }).click()
    await hand.nameNew('Menerima kabar')
    await expect(hand.row('Mendisposisi surat')).toContainText('lanjut ke no.')
  })

  await test.step('its menu opens by key and does what the command menu does', async () => {
    const before = await canvas.locator('.react-flow__node').count()
    await page.keyboard.press('Escape')
    await canvas.focus()
    await page.keyboard.press('Shift+F10')
    const menu = page.getByRole('menu', { name: 'Tindakan untuk Menerima kabar' })
    await expect(menu).toBeVisible()
    await page.keyboard.press('End')
    await expect(menu.getByRole('menuitem', { name: 'Hapus' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(canvas.locator('.react-flow__node')).toHaveCount(before - 1)
    await page.keyboard.press('Control+z')
    await expect(canvas.locator('.react-flow__node')).toHaveCount(before)
  })
})
