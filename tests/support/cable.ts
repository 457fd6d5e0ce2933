import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A cable between a laptop and its hub that can be pulled and put back. */
export type Cable = {
  readonly url: string
  /** Cuts what is open and refuses what is new. */
  readonly pull: () => void
  readonly plug: () => void
  /** Lets requests through and drops every byte that comes back, until plugged again. */
  readonly swallowAnswers: () => void
  readonly close: () => Promise<void>
}

export async function layCable(targetUrl: string): Promise<Cable> {
  const target = new URL(targetUrl)
  const sockets = new Set<Socket>()
  let state: 'plugged' | 'pulled' | 'deaf' = 'plugged'
  const server = createServer(laptop => {
    if (state === 'pulled') {
      laptop.destroy()
      return
    }
    const hub = connect(Number(target.port), target.hostname)
    for (const socket of [laptop, hub]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.on('error', () => socket.destroy())
    }
    laptop.pipe(hub)
    hub.on('data', (chunk: Buffer) => {
      if (state !== 'deaf') laptop.write(chunk)
    })
    hub.on('close', () => laptop.destroy())
    laptop.on('close', () => hub.destroy())
  })
  const cut = (): void => sockets.forEach(socket => socket.destroy())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull: () => {
      state = 'pulled'
      cut()
    },
    plug: () => {
      const wasDeaf = state === 'deaf'
      state = 'plugged'
      if (wasDeaf) cut()
    },
    swallowAnswers: () => {
      state = 'deaf'
    },
    close: () => {
      cut()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
