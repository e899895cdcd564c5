import { Desk } from './desk.ts'
import { publishApproved } from './publish-approved.ts'
import { agencies, hireStaff, staff } from './staff.ts'
import { test as base, expect } from './test.ts'

export const slugs = {
  content: 'pembuatan-konten-media-sosial',
  coverage: 'liputan-kegiatan',
  complaint: 'penanganan-pengaduan',
  upload: 'alur-upload-konten-media-sosial',
  information: 'informasi-di-media-sosial',
} as const

/** The shipped offices at work: everybody in place, every standard in force. */
export const test = base.extend<{ desk: Desk }, { opened: undefined }>({
  opened: [
    async ({ office, databaseUrl }, use) => {
      await hireStaff(office)
      const standards = [slugs.content, slugs.coverage, slugs.complaint].map((slug) => ({ agencyId: agencies.purbalingga, slug }))
      const signing = { databaseUrl, signatory: staff.kepala, positionId: 'kepala-dinas', seriesId: 'sk' }
      await publishApproved(office, standards, signing)
      await use(undefined)
    },
    { scope: 'worker' },
  ],
  desk: async ({ page, office, opened: _ }, use) => use(new Desk(page, office)),
})

export { agencies, expect, staff }
