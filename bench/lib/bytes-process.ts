import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveOrders } from './serve-orders.ts'

/** Answers GET with the bytes of a file it holds in memory: as little as can be between rows and whoever asks for them. */
const held = new Map<string, Buffer>()
const server = createServer((request, response) => {
  const bytes = held.get(request.url ?? '')
  response.statusCode = bytes ? 200 : 404
  response.setHeader('content-type', 'application/x-ndjson')
  response.end(bytes)
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

serveOrders(async (name, input) => {
  if (name !== 'hold') throw new Error(`Unknown order ${name}`)
  const path = String(input)
  held.set(path, readFileSync(path))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
})
