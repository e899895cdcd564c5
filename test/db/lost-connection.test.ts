import { expect, it } from 'vitest'
import { rows } from '#db/rows.ts'
import { freshDatabase, isEmbedded } from '#test/support/postgres.ts'

it.skipIf(isEmbedded())('settles every transaction whose connection is cut, and works on', async () => {
  const opened = await freshDatabase()
  await opened.execute('create table counted (n int)')
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', note)
  try {
    for (let round = 0; round < 5; round++) {
      const open = Array.from({ length: 8 }, () =>
        opened.transaction(async (tx) => {
          await rows(tx, 'insert into counted values (1)')
          await rows(tx, 'select pg_sleep(5)')
        }),
      )
      const settled = Promise.allSettled(open)
      await opened.dedicated(async (execute) => {
        const sleepers = `from pg_stat_activity where query like 'select pg_sleep%' and state = 'active' and datname = current_database()`
        for (;;) {
          const [found] = await execute<{ n: number }>(`select count(*)::int as n ${sleepers}`)
          if (found?.n === 8) break
        }
        await execute(`select pg_terminate_backend(pid) ${sleepers}`)
      })
      expect((await settled).map(({ status }) => status)).toEqual(Array(8).fill('rejected'))
      expect(await opened.execute('select count(*)::int as n from counted')).toEqual([{ n: 0 }])
    }
  } finally {
    process.off('unhandledRejection', note)
  }
  expect(unhandled).toEqual([])
})
