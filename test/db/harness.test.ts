import { expect, it } from 'vitest'
import { freshDatabase } from '#test/support/postgres.ts'

it('gives each file a migrated database of its own', async () => {
  const first = await freshDatabase()
  const second = await freshDatabase()
  await first.execute('create table only_here (id int)')
  expect(await first.execute('select count(*)::int as n from agencies')).toEqual([{ n: 0 }])
  await expect(second.execute('select * from only_here')).rejects.toThrow()
})
