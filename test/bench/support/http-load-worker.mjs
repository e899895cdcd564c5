import { connect } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

// Keep-alive connections that each send the next request when an answer is whole: bare sockets, so that the client costs little.
const { host, port, requests, connections, milliseconds } = workerData
const until = performance.now() + milliseconds
const result = { answers: 0, bytes: 0, failed: 0, statuses: {} }
let open = 0
let turn = 0

for (let i = 0; i < connections; i++) client()

function client() {
  const socket = connect(port, host)
  socket.setNoDelay(true)
  let got = Buffer.alloc(0)
  let length = -1
  open += 1
  const send = () => {
    if (performance.now() >= until) return socket.end()
    socket.write(requests[turn++ % requests.length])
  }
  socket.on('connect', send)
  socket.on('data', (chunk) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
    if (length < 0) {
      const end = got.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = got.toString('latin1', 0, end)
      const status = head.slice(9, 12)
      result.statuses[status] = (result.statuses[status] ?? 0) + 1
      if (status[0] !== '2') result.failed += 1
      const named = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
      length = named === undefined ? Number.POSITIVE_INFINITY : end + 4 + Number(named)
    }
    const whole = Number.isFinite(length) ? got.length >= length : got.subarray(-5).toString('latin1') === '0\r\n\r\n'
    if (!whole) return
    result.answers += 1
    result.bytes += got.length
    got = Buffer.alloc(0)
    length = -1
    send()
  })
  socket.on('error', () => {
    result.failed += 1
  })
  socket.on('close', () => {
    open -= 1
    if (open === 0) parentPort.postMessage(result)
  })
}
