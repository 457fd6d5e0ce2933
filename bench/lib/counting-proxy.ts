import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export type CountingProxy = {
  readonly url: string
  /** Bytes since the last look, with every header: what laptops said, and what the hub said. */
  readonly take: () => { readonly up: number; readonly down: number }
  readonly close: () => void
}

/** A way to the hub that counts what travels on it. */
export async function startCountingProxy(hubUrl: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(hubUrl)
  const sockets = new Set<Socket>()
  let counts = { up: 0, down: 0 }
  const server = createServer(near => {
    const far = connect(Number(port), hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
    near.on('data', (chunk: Buffer) => (counts.up += chunk.length))
    far.on('data', (chunk: Buffer) => (counts.down += chunk.length))
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = counts
      counts = { up: 0, down: 0 }
      return taken
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
