// A process that keeps transactions in flight on one driver until it is told to stop, and then tells how they fared.
// The parent reads the lines on standard output; an exit before the last of them is the driver's.
const [, , driver, url] = process.argv
const inFlight = 12
const patience = 15_000
let [begun, committed, rejected, unhandled, stopping] = [0, 0, 0, 0, false]
process.on('unhandledRejection', () => {
  unhandled += 1
})

const drivers = {
  async pg() {
    const { default: pg } = await import('pg')
    const pool = new pg.Pool({
      connectionString: url,
      max: inFlight,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      lock_timeout: 5_000,
    })
    pool.on('error', () => undefined)
    pool.on('connect', (client) => client.on('error', () => undefined))
    return {
      async transaction() {
        const client = await pool.connect()
        const late = setTimeout(() => client.connection.stream.destroy(), 18_000)
        let failure
        try {
          await client.query('begin')
          await client.query('insert into counted default values')
          await client.query('select pg_sleep(0.05)')
          await client.query('commit')
        } catch (error) {
          failure = error
          await client.query('rollback').catch(() => undefined)
          throw error
        } finally {
          clearTimeout(late)
          client.release(failure)
        }
      },
      end: () => pool.end(),
    }
  },
  async postgres() {
    const { default: postgres } = await import('postgres')
    const connection = { statement_timeout: 15_000, lock_timeout: 5_000 }
    const sql = postgres(url, { max: inFlight, connect_timeout: 5, onnotice: () => undefined, connection })
    return {
      transaction: () =>
        sql.begin(async (tx) => {
          await tx`insert into counted default values`
          await tx`select pg_sleep(0.05)`
        }),
      end: () => sql.end({ timeout: 5 }),
    }
  },
}

const { transaction, end } = await drivers[driver]()
const line = async () => {
  while (!stopping) {
    begun += 1
    try {
      await transaction()
      committed += 1
    } catch {
      rejected += 1
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
const within = (work) => Promise.race([work.then(() => true), new Promise((resolve) => setTimeout(resolve, patience, false))])
const figures = () => JSON.stringify({ begun, committed, rejected, unsettled: begun - committed - rejected, unhandled })
const lines = Array.from({ length: inFlight }, line)
const telling = setInterval(() => process.stdout.write(`${figures()}\n`), 200)
process.on('message', async () => {
  stopping = true
  await within(Promise.all(lines))
  clearInterval(telling)
  const told = JSON.parse(figures())
  const ended = await within(end())
  process.send({ ...told, ended }, () => process.exit(0))
})
