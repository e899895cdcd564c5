import type { Desk } from '../support/desk.ts'
import { agency, authors } from './authors.ts'
import { expect } from './patience.ts'

/** A request for a large room: sent back once to the applicant, accepted, and finished. */
export async function lendRoom(desk: Desk, slug: string): Promise<void> {
  const { page, step } = desk
  const request = 'Rapat koordinasi'
  await desk.applyAt(agency, slug)
  await step.write({ 'Nama kegiatan': request, 'Jumlah peserta': '80' })
  await step.send('Kirim permohonan')
  const ticket = await desk.ticket()

  const review = 'Memeriksa permohonan'
  await desk.open(authors.head, review, request)
  await desk.decide('Revisi', 'Sebutkan jumlah peserta yang tepat.')
  await desk.finish('Kirim')
  await desk.track(ticket)
  await expect(page.getByText('Sebutkan jumlah peserta yang tepat.').first()).toBeVisible()
  await step.write({ 'Jumlah peserta': '75' })
  await step.send('Kirim')
  await expect(page.getByRole('status')).toBeVisible()
  await desk.open(authors.head, review, request)
  await desk.decide('Terima')
  await desk.finish('Kirim')

  // More than 50 people: the condition leads here.
  await desk.open(authors.head, 'Menyetujui ruang besar', request)
  await desk.finish('Kirim')
  for (const activity of ['Menyiapkan ruang', 'Menyerahkan kunci ruang']) {
    await desk.open(authors.clerk, activity, request)
    await desk.finish('Kirim')
  }
  await desk.track(ticket)
  await expect(page.getByRole('main')).toContainText('Selesai')
  await expect(step.form).toHaveCount(0)
}
