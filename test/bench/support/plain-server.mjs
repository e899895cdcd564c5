import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// The reference: the same bytes from node:http with nothing around them.
const body = readFileSync(process.env.DATA_DIR)
const server = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`Baku is at http://127.0.0.1:${server.address().port}\n`))
process.on('SIGTERM', () => process.exit(0))
