import type { Page } from '@playwright/test'
import { aPdf, Desk, type Upload } from '../support/desk.ts'
import { agencies, expect, slugs, staff, test } from '../support/procedures.ts'

const receive = 'Menerima, mencatat dan mengklasifikasi aduan'
const solve = 'Menelaah dan menyelesaikan aduan'
const order = 'Mendelegasikan dan mengkoordinasikan kepada petugas/administrator'

/** A complaint by somebody of that name, as far as the officer's step. */
async function complain(desk: Desk, who: string, attachments: readonly Upload[] = []): Promise<void> {
  await desk.applyAt(agencies.purbalingga, slugs.complaint)
  await fillComplaint(desk, who)
  await desk.step.attach('Lampiran', attachments)
}

async function fillComplaint({ step }: Desk, who: string): Promise<void> {
  await step.pick('Kanal', 'Halaman ini')
  await step.choose('Layanan yang diadukan', 'Layanan lain')
  await step.write({
    Nama: who,
    'Kontak untuk jawaban': '0812 0000 0009',
    'Uraian aduan': `${who}: loket tutup sebelum waktunya.`,
  })
}

/** Asks for an address as the page's visitor; how it answers is all that matters. */
const statusOf = async (page: Page, address: string) => (await page.request.get(address, { maxRedirects: 0 })).status()

test('a form sent by a double click starts one request', async ({ desk, page, office }) => {
  await complain(desk, 'Pelapor Tergesa', [aPdf('foto-loket')])
  await desk.step.sender('Kirim pengaduan').dblclick()
  await desk.ticket()
  const found = await office.query(`select id from instances where title like 'Pelapor Tergesa: %'`)
  expect(found).toHaveLength(1)

  await desk.open(staff.pengaduan, receive, 'Pelapor Tergesa')
  await desk.step.write({ 'Tanggal dan jam terima': '2026-11-20T14:00' })
  await desk.step.choose('Klasifikasi', 'Pengaduan ringan')
  await desk.step.sender('Teruskan kepada tim').dblclick()
  await expect(page).toHaveURL(/\/kerja\?selesai=completed$/)
  const sent = await office.query(
    `select 1 from tasks t join instances i on i.agency_id = t.agency_id and i.id = t.instance_id
     where i.title like 'Pelapor Tergesa: %' and t.title = $1`,
    [solve],
  )
  expect(sent).toHaveLength(1)
})

test('a task that a colleague finished meanwhile says so and keeps what was typed', async ({
  desk,
  page,
  office,
  browser,
  tolerate,
}) => {
  tolerate(/status of 409/)
  const theme = 'Tema yang diperebutkan'
  await office.hire({
    name: 'Dodi Pranata Kedua',
    positions: [{ agency: agencies.serdang, position: 'pranata-humas-muda' }],
  })
  await desk.seat(staff.kabidPikp)
  await page.goto(`/kerja/mulai/${agencies.serdang}/${slugs.information}`)
  await desk.step.write({ Tema: theme, Periode: 'November' })
  await desk.step.choose('Kanal', 'Facebook')
  await desk.step.send('Perintahkan')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(theme)

  await desk.open(staff.pranata, order, theme)
  await desk.step.write({ 'Pembagian tugas': 'Citra memotret, Doni menulis.' })
  await desk.dispose([staff.petugas], 'Segera, ya.')

  const context = await browser.newContext()
  const colleague = new Desk(await context.newPage(), office)
  await colleague.open('Dodi Pranata Kedua', order, theme)
  await colleague.dispose([staff.petugas], 'Kerjakan.')
  await colleague.finish('Delegasikan')
  await context.close()

  await desk.step.send('Delegasikan')
  await expect(page.getByRole('alert')).toContainText('Tugas ini sudah diselesaikan')
  await expect(desk.step.field('Pembagian tugas')).toHaveValue('Citra memotret, Doni menulis.')
  await expect(desk.step.form.locator('textarea[name="instruction"]')).toHaveValue('Segera, ya.')
  await expect(desk.step.sender('Delegasikan')).toHaveCount(0)
})

test('a file that is not what its name says is refused, and the rest of the form stays', async ({ desk, page, tolerate }) => {
  tolerate(/status of 422/)
  const liar = { name: 'bukti.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>alert(1)</script></html>') }
  await complain(desk, 'Pelapor Jujur', [liar, aPdf('bukti-sah')])
  await desk.step.send('Kirim pengaduan')
  await expect(page.locator('#error-summary')).toContainText('Jenis berkas “bukti.pdf” tidak diterima')
  await expect(desk.step.field('Nama')).toHaveValue('Pelapor Jujur')
  await expect(desk.step.group('Layanan yang diadukan').getByLabel('Layanan lain')).toBeChecked()
  await expect(desk.step.form.getByText('bukti-sah.pdf')).toBeVisible()
  await expect(desk.step.form.getByText('bukti.pdf', { exact: true })).toHaveCount(0)
  await desk.step.send('Kirim pengaduan')
  await desk.ticket()
  await expect(page.getByRole('link', { name: 'bukti-sah.pdf' })).toBeVisible()
})

test("another agency's tasks, requests and files are not found, whoever asks", async ({ desk, page, office }) => {
  await complain(desk, 'Pelapor Rahasia', [aPdf('rahasia')])
  await desk.step.send('Kirim pengaduan')
  await desk.ticket()
  const [found] = await office.query<{ instance: string; task: string; file: string }>(
    `select i.id as instance, t.id as task, f.id as file from instances i
     join tasks t on t.agency_id = i.agency_id and t.instance_id = i.id
     join files f on f.agency_id = i.agency_id and f.instance_id = i.id
     where i.title like 'Pelapor Rahasia: %' and t.status = 'open'`,
  )
  if (!found) throw new Error('the complaint was not stored')
  const addresses = [agencies.purbalingga, agencies.ponjong].flatMap((agency) => [
    `/kerja/tugas/${agency}/${found.task}`,
    `/kerja/permohonan/${agency}/${found.instance}`,
    `/berkas/${agency}/${found.file}`,
  ])
  await desk.seat(staff.pelaksana)
  for (const address of addresses) expect(await statusOf(page, address), address).toBe(404)
  expect(await statusOf(page, `/kerja/tugas/${agencies.ponjong}/not-an-id`)).toBe(404)
  const posted = await page.request.post(`/kerja/tugas/${agencies.purbalingga}/${found.task}`, {
    form: { intent: 'send', outcome: 'submit', key: 'k' },
    headers: { Origin: new URL(page.url()).origin },
    maxRedirects: 0,
  })
  expect(posted.status()).toBe(404)
  await desk.seat(staff.pengaduan)
  expect(await statusOf(page, `/kerja/tugas/${agencies.purbalingga}/${found.task}`)).toBe(200)
  expect(await statusOf(page, `/berkas/${agencies.purbalingga}/${found.file}`)).toBe(200)
})
