import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export type RoundRobin = {
  readonly url: string
  /** Where connections go from now on, in turn; those that are open stay where they are. */
  readonly aimAt: (hubUrls: readonly string[]) => void
  /** How many connections each copy was given. */
  readonly given: ReadonlyMap<string, number>
  readonly close: () => Promise<void>
}

/** A balancer without memory in front of copies of a hub: each connection to the next one that answers. */
export async function startRoundRobin(first: readonly string[]): Promise<RoundRobin> {
  let targets = first
  let turn = 0
  const given = new Map<string, number>()
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  }
  const hand = (laptop: Socket, triesLeft: number): void => {
    const target = targets[turn % Math.max(1, targets.length)]
    turn += 1
    if (target === undefined || triesLeft === 0) {
      laptop.destroy()
      return
    }
    const { hostname, port } = new URL(target)
    const hub = connect(Number(port), hostname)
    const refused = (): void => hand(laptop, triesLeft - 1)
    hub.once('error', refused)
    hub.once('connect', () => {
      hub.off('error', refused)
      given.set(target, (given.get(target) ?? 0) + 1)
      keep(hub)
      laptop.on('close', () => hub.destroy())
      hub.on('close', () => laptop.destroy())
      laptop.pipe(hub)
      hub.pipe(laptop)
    })
  }
  const server = createServer(laptop => {
    keep(laptop)
    hand(laptop, targets.length)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    aimAt: hubUrls => {
      targets = hubUrls
    },
    given,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
