import { expect, it, vi } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice } from '#test/builders/office.ts'
import { freshDatabase, isEmbedded } from '#test/support/postgres.ts'
import { aProxyTo } from '#test/support/proxy.ts'
import { aSite } from '#test/support/site.ts'

it.skipIf(isEmbedded())(
  'a database that goes and comes back costs nobody what was confirmed, and the program lives (V14, V23)',
  async () => {
    const direct = await freshDatabase()
    const way = await aProxyTo(direct.url)
    const opened = await openDatabase({ url: way.url, dataDir: '' })
    try {
      const office = await anOffice(opened, ['clerk', 'head'])
      office.setClock(Date.now())
      await office.publish('liputan', aCoverage())
      const site = await aSite({ ...office.ports, settings: { ...office.ports.settings, rateFactor: 100 } })
      const apply = (n: number) =>
        site.post(`/ajukan/${office.agencyId}/liputan`, { outcome: 'submit', key: `k${n}`, 'f.title': `Permohonan ${n}` })
      const read = () => site.ask(`/standar/${office.agencyId}/liputan`)
      const atWork = Array.from({ length: 20 }, (_, n) => (n % 2 ? apply(n) : read()))
      await new Promise((resolve) => setImmediate(resolve))
      // What the log says of it is meant for an operator.
      vi.spyOn(process.stdout, 'write').mockReturnValue(true)
      await way.refuse()
      const during = (await Promise.all(atWork)).map(({ status }) => status)
      expect(during.filter((status) => ![200, 302, 503].includes(status))).toEqual([])
      const away = await apply(100)
      expect([away.status, away.headers.get('Retry-After')]).toEqual([503, '2'])
      expect(await away.text()).not.toMatch(/ECONN|\bat \w/)
      vi.restoreAllMocks()
      await way.open()
      const again = (await Promise.all(Array.from({ length: 20 }, (_, n) => apply(200 + n)))).map(({ status }) => status)
      expect(new Set(again)).toEqual(new Set([302]))
      const [kept] = await direct.execute<{ n: number }>('select count(*)::int as n from instances')
      expect(kept?.n).toBeGreaterThanOrEqual(20 + during.filter((status) => status === 302).length)
    } finally {
      await opened.close()
      await way.close()
    }
  },
)
