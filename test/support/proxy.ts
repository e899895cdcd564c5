import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** What happens to packets on their way; what was lost stays lost, so a connection that lost any is silent for good. */
export type Passing = {
  /** Milliseconds that each packet takes, one after the other. */
  delay?: number
  /** Vanishes without a word: what the server sends, or all. */
  lost?: 'from-server' | 'both'
}

export type FaultyWay = {
  /** The same address by way of the proxy. */
  url: string
  /** From now on, for connections there are and those to come; without a word all is well again. */
  pass(how?: Passing): void
  /** Resets every connection; new ones are welcome. */
  cut(): void
  /** Resets every connection and refuses new ones, until `open`. */
  refuse(): Promise<void>
  open(): Promise<void>
  close(): Promise<void>
}

/** A way over loopback to a server that is elsewhere on loopback, on which things can be made to go wrong. */
export async function aProxyTo(url: string): Promise<FaultyWay> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let passing: Passing = {}
  let server: Server | null = null
  let port = 0

  const join = (near: Socket) => {
    const far = connect({ port: Number(target.port), host: target.hostname, allowHalfOpen: true })
    for (const socket of [near, far]) {
      sockets.add(socket.setNoDelay(true))
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    }
    pump(near, far, 'to-server', () => passing)
    pump(far, near, 'from-server', () => passing)
  }
  const reset = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  const open = async () => {
    server = createServer({ allowHalfOpen: true }, join).listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address && typeof address === 'object') port = address.port
  }
  const refuse = async () => {
    const closing = server
    server = null
    if (!closing) return
    const closed = once(closing.close(), 'close')
    reset()
    await closed
  }
  await open()
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href,
    pass: (how = {}) => {
      passing = how
    },
    cut: reset,
    refuse,
    open,
    close: refuse,
  }
}

type Direction = 'to-server' | 'from-server'

function pump(from: Socket, to: Socket, direction: Direction, passing: () => Passing) {
  let silent = false
  let line = Promise.resolve()
  const send = (act: () => void) => {
    const { delay = 0, lost } = passing()
    silent ||= lost === 'both' || lost === direction
    if (silent) return
    if (delay > 0) line = line.then(() => new Promise((resolve) => setTimeout(resolve, delay)))
    line = line.then(act)
  }
  from.on('data', (chunk) => send(() => void to.write(chunk)))
  from.on('end', () => send(() => void to.end()))
  from.on('close', () => send(() => void to.destroy()))
}
