import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { SUBPROTOCOL } from '../../shared/protocol/routes.ts'
import { serveOrders } from './serve-orders.ts'

/** A WebSocket server that sends what one says to all: the floor under everything that tells others. */
const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false, handleProtocols: () => SUBPROTOCOL })
sockets.on('connection', socket => {
  socket.on('message', (data: Buffer) => {
    for (const other of sockets.clients) other.send(data, { binary: false })
  })
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

serveOrders(async name => {
  if (name !== 'url') throw new Error(`Unknown order ${name}`)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
