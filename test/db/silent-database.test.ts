import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isUnavailable } from '#app/server/failures.ts'
import type { Opened } from '#db/connection.ts'
import { openPostgres } from '#db/postgres.ts'
import { rows } from '#db/rows.ts'
import { freshDatabase, isEmbedded } from '#test/support/postgres.ts'
import { aProxyTo, type FaultyWay } from '#test/support/proxy.ts'

/** As in production, a hundredth as long. */
const times = { connect: 200, statement: 2_000, lock: 100, held: 400, idle: 100 }
const poolSize = 10

function aSignal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { give: () => give(), given }
}

describe.skipIf(isEmbedded())('V23: a database that is slow or silent rather than away', () => {
  let direct: Awaited<ReturnType<typeof freshDatabase>>
  let proxy: FaultyWay
  let opened: Opened

  beforeAll(async () => {
    direct = await freshDatabase()
    await direct.execute('create table counted (n int primary key)')
    await direct.execute('insert into counted values (0)')
    proxy = await aProxyTo(direct.url)
    opened = await openPostgres(proxy.url, { times })
  })
  beforeEach(() => proxy.pass())
  afterAll(async () => {
    await opened.close()
    await proxy.close()
  })

  const failuresOf = (settled: readonly PromiseSettledResult<unknown>[]) =>
    settled.map((one) => one.status === 'rejected' && isUnavailable(one.reason))

  it.each(['both', 'from-server'] as const)('ends each transaction whose packets vanish (%s), and works on', async (lost) => {
    let inside = 0
    const begun = aSignal()
    const vanished = aSignal()
    const atWork = Array.from({ length: 8 }, (_, n) =>
      opened.transaction(async (tx) => {
        await rows(tx, 'insert into counted values ($1::int)', [n + 1])
        inside += 1
        if (inside === 8) begun.give()
        await vanished.given
        await rows(tx, 'select 1')
      }),
    )
    await begun.given
    proxy.pass({ lost })
    vanished.give()
    expect(failuresOf(await Promise.allSettled(atWork))).toEqual(Array(8).fill(true))
    expect(failuresOf(await Promise.allSettled([opened.ping()]))).toEqual([true])
    proxy.pass()
    await opened.ping()
    await expect.poll(() => direct.execute('select count(*)::int as n from counted')).toEqual([{ n: 1 }])
  })

  it('lets no transaction keep its connection for longer than its time, however busy it is', async () => {
    const endless = opened.transaction(async (tx) => {
      for (;;) await rows(tx, 'select pg_sleep(0.02)')
    })
    expect(failuresOf(await Promise.allSettled([endless]))).toEqual([true])
    await opened.ping()
  })

  it('tells who waits for a connection in vain to come again, and works on', async () => {
    const leave = aSignal()
    const holding = Array.from({ length: poolSize }, () => opened.transaction(() => leave.given))
    const waiting = await Promise.allSettled(Array.from({ length: 30 }, () => opened.ping()))
    expect(failuresOf(waiting)).toEqual(Array(30).fill(true))
    leave.give()
    await Promise.all(holding)
    await opened.ping()
  })

  it('tells who waits for a locked row in vain to come again', async () => {
    const leave = aSignal()
    const locked = aSignal()
    const holding = direct.transaction(async (tx) => {
      await rows(tx, 'select n from counted where n = 0 for update')
      locked.give()
      await leave.given
    })
    await locked.given
    const waiting = await Promise.allSettled([opened.execute('select n from counted where n = 0 for update')])
    expect(failuresOf(waiting)).toEqual([true])
    leave.give()
    await holding
  })
})
