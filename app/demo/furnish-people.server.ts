import type { Right } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { recordAct, systemTrail } from '#app/use-cases/account/record-act.server.ts'
import type { Db } from '#db/connection.ts'
import { listAgencies } from '#db/stores/agencies-admin.ts'
import { insertGrant, insertPerson } from '#db/stores/people.ts'
import { insertHolder, listPositions } from '#db/stores/positions-admin.ts'
import { invented } from './names.ts'

type Position = Awaited<ReturnType<typeof listPositions>>[number]
type Staff = { personId: string; position: Position }

const servedFor = 3 * 365 * 86_400_000

/** An operator, and in every agency a holder of each position and the rights in different hands. One transaction. */
export async function furnishPeople(ports: Ports): Promise<void> {
  let n = 0
  await ports.db.transaction(async (tx) => {
    const hire = (operator = false) => insertInvented(tx, ports, n++, operator)
    const operatorId = await hire(true)
    await recordAct(tx, ports, null, { agencyId: systemTrail, action: 'demo.furnish', subject: operatorId })
    for (const { id } of await listAgencies(tx, 'all')) await furnishAgency(tx, ports, id, hire)
  })
}

async function furnishAgency(tx: Db, ports: Ports, agencyId: string, hire: () => Promise<string>) {
  const all = await listPositions(tx, agencyId, new Date(ports.now()))
  const staff: Staff[] = []
  for (const position of all.filter(({ closedAt }) => closedAt === null)) {
    // Those who do the work are two, so that four eyes and handing over can be tried.
    const isLeaf = !all.some(({ superiorId }) => superiorId === position.id)
    for (let i = 0; i < (isLeaf ? 2 : 1); i++) staff.push({ personId: await seat(tx, ports, agencyId, position, hire), position })
  }
  const holders = new Map<Right, string>()
  for (const right of ['signatory', 'approver', 'author'] as const) {
    const person = officialFor(right, staff, [...holders.values()])
    if (person) holders.set(right, person)
    else if (right !== 'signatory') holders.set(right, await hire())
  }
  holders.set('administrator', await hire())
  holders.set('auditor', await hire())
  const grantedAt = new Date(ports.now())
  for (const [right, personId] of holders) await insertGrant(tx, { agencyId, personId, right, grantedBy: null, grantedAt })
}

/** Signatories hold a signing position, approvers report to one, authors do the work; nobody has two rights. */
function officialFor(
  right: 'signatory' | 'approver' | 'author',
  staff: readonly Staff[],
  taken: readonly string[],
): string | undefined {
  const free = staff.filter(({ personId }) => !taken.includes(personId))
  const signing = new Set(staff.filter(({ position }) => position.signs).map(({ position }) => position.id))
  if (right === 'signatory') return free.find(({ position }) => position.signs)?.personId
  const others = free.filter(({ position }) => !position.signs)
  if (right === 'approver') return (others.find(({ position }) => signing.has(position.superiorId ?? '')) ?? others[0])?.personId
  return others.at(-1)?.personId
}

async function insertInvented(tx: Db, ports: Ports, n: number, operator: boolean): Promise<string> {
  const id = ports.newId()
  await insertPerson(tx, { id, ...invented(n), phone: null, operator, createdAt: new Date(ports.now()) })
  return id
}

async function seat(tx: Db, ports: Ports, agencyId: string, position: Position, hire: () => Promise<string>): Promise<string> {
  const personId = await hire()
  const from = new Date(ports.now() - servedFor)
  await insertHolder(tx, {
    ...{ agencyId, personId, from, id: ports.newId(), positionId: position.id },
    ...{ kind: 'definitive', basis: null, until: null },
  })
  return personId
}
