import type { NewWords } from '#app/authoring/builder/steps.ts'

/** What is written on new things, as an Indonesian author finds it. */
export const newWords: NewWords = {
  task: 'Kegiatan',
  review: 'Memeriksa',
  decision: 'Apa?',
  event: 'Peristiwa',
  wait: 'Menunggu',
  call: 'Menjalankan standar lain',
  standard: null,
  lane: 'Pelaksana',
  applicant: 'Pemohon',
  accept: 'Terima',
  revise: 'Revisi',
  reject: 'Tolak',
  submit: 'Kirim',
}
