import { expect, it } from 'vitest'
import { startPostgres } from '#test/support/postgres-server.ts'
import { printTable } from '#test/support/table.ts'
import { driverFaults, type Fared, tryDrivers } from './support/driver-trial.ts'
import { machine, say } from './support/report.ts'

const drivers = ['pg', 'postgres'] as const

it('settles every transaction with the driver that the product uses; the other one beside it (V14, V23)', async () => {
  const server = await startPostgres({ durable: true })
  const passed = { pg: 0, postgres: 0 }
  const lines: (string | number)[][] = []
  try {
    for (const fault of driverFaults) {
      const all = await tryDrivers(drivers, fault, server)
      for (const [index, driver] of drivers.entries()) {
        const fared = all[index] as Fared
        const well = lives(fared)
        if (well) passed[driver] += 1
        const { begun, committed, rejected, unsettled, unhandled, exit, ended, worksAgain, lost } = fared
        const told = [begun, committed, rejected, unsettled, unhandled, exit === null ? 'no' : `exit ${exit}`]
        lines.push([fault.name, driver, well ? 'yes' : 'NO', ...told, ended ? 'yes' : 'no', worksAgain ? 'yes' : 'no', lost])
        say(`${fault.name}, ${driver}: ${well ? 'lived' : 'did not live'}`)
      }
    }
  } finally {
    await server.stop()
    const counts = ['begun', 'committed', 'rejected', 'unsettled', 'unhandled']
    printTable(['fault', 'driver', 'lived', ...counts, 'left', 'end() ended', 'works again', 'lost'], lines)
    say(`pg ${passed.pg}, postgres ${passed.postgres} of ${driverFaults.length} (${machine()})`)
  }
  expect(passed.pg).toBe(driverFaults.length)
})

const lives = ({ exit, unsettled, unhandled, worksAgain, ended, lost }: Fared) =>
  exit === null && unsettled === 0 && unhandled === 0 && worksAgain && ended && lost === 0
