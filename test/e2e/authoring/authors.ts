import { Desk } from '../support/desk.ts'
import { agencies } from '../support/staff.ts'
import { test as base, expect } from '../support/test.ts'

export const agency = agencies.purbalingga
export const authors = {
  author: 'Rina Penyusun',
  colleague: 'Hadi Penyusun',
  approver: 'Maya Penyetuju',
  signatory: 'Joko Penanda Tangan',
  head: 'Nunung Kepala Bidang',
  clerk: 'Oki Staf',
} as const

/** An office with people who write, approve and sign standards, and two who work by them. */
export const test = base.extend<{ desk: Desk }, { staffed: undefined }>({
  staffed: [
    async ({ office }, use) => {
      const right = (name: string, right: 'author' | 'approver' | 'signatory', ...positions: string[]) =>
        office.hire({ name, rights: [{ agency, right }], positions: positions.map((position) => ({ agency, position })) })
      await right(authors.author, 'author')
      await right(authors.colleague, 'author')
      await right(authors.approver, 'approver')
      await right(authors.signatory, 'signatory', 'kepala-dinas')
      await office.hire({ name: authors.head, positions: [{ agency, position: 'kabid-ikp' }] })
      await office.hire({ name: authors.clerk, positions: [{ agency, position: 'staf-ikp' }] })
      await use(undefined)
    },
    { scope: 'worker' },
  ],
  desk: async ({ page, office, staffed: _ }, use) => use(new Desk(page, office)),
})

export { expect }
