import { expect, it } from 'vitest'
import type { Ports } from '#app/ports.ts'
import { ok } from '#app/result.ts'
import { answerOnce } from '#app/use-cases/api/answer-once.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { anOffice } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'

it('V15: what was done and its answer are kept together, so that who got no answer may always ask again', async () => {
  const opened = await freshDatabase()
  const office = await anOffice(opened, ['clerk'])
  const author = await office.hire('Asha', ['clerk'], ['author'])
  const create = async (ports: Ports) => {
    const input = { visitor: author, agencyId: office.agencyId, slug: 'sekali', title: 'Sekali', kind: 'service' } as const
    const made = await createStandard(input, ports)
    return made.ok ? ok({ status: 201, body: made.value.slug }) : made
  }
  const once = () => answerOnce({ scope: 'uji', key: 'k', request: 'sekali' }, create, office.ports)
  const standing = () => opened.execute('select slug from standards')

  // As where the program ends between the two.
  await opened.execute(`create function ended() returns trigger language plpgsql as $$ begin raise 'ended'; end $$`)
  await opened.execute(
    'create trigger ended before insert or update on idempotency for each row when (new.status is not null) execute function ended()',
  )
  await expect(once()).rejects.toThrow()
  expect(await standing()).toEqual([])

  await opened.execute('drop trigger ended on idempotency')
  const done = { kind: 'done', done: { status: 201, body: 'sekali' } }
  expect([await once(), await once()]).toEqual([done, done])
  expect(await standing()).toHaveLength(1)
})
