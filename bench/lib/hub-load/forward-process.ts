import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { serveOrders } from '../serve-orders.ts'

/**
 * Hands TCP connections on, each to the next target that answers, and what the near side says later by so many ms: a
 * balancer in front of copies of a hub, or the way between a hub and a database that stands elsewhere.
 */
let targets: readonly string[] = []
let turn = 0
const [delayText = '0'] = process.argv.slice(2)
const delayMs = Number(delayText)

function pass(from: Socket, to: Socket): void {
  if (delayMs === 0) {
    from.pipe(to)
    return
  }
  from.on('data', (chunk: Buffer) => {
    setTimeout(() => {
      if (!to.destroyed) to.write(chunk)
    }, delayMs)
  })
  from.on('end', () => setTimeout(() => to.end(), delayMs))
}

function hand(near: Socket, triesLeft: number): void {
  const target = targets[turn % Math.max(1, targets.length)]
  turn += 1
  if (target === undefined || triesLeft === 0) {
    near.destroy()
    return
  }
  const { hostname, port } = new URL(target)
  const far = connect({ port: Number(port), host: hostname, noDelay: true })
  const refused = (): void => hand(near, triesLeft - 1)
  far.once('error', refused)
  far.once('connect', () => {
    far.off('error', refused)
    far.on('error', () => near.destroy())
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    pass(near, far)
    far.pipe(near)
  })
}

const server = createServer({ noDelay: true }, near => {
  near.on('error', () => near.destroy())
  hand(near, targets.length)
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

serveOrders(async (name, input) => {
  switch (name) {
    case 'port':
      return (server.address() as AddressInfo).port
    case 'aim':
      targets = input as readonly string[]
      return null
    default:
      throw new Error(`Unknown order ${name}`)
  }
})
