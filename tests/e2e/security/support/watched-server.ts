import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type WatchedServer = {
  readonly url: string
  readonly hits: () => readonly string[]
  readonly close: () => Promise<void>
}

/** A server on this machine that remembers who came: nothing of ours may. */
export async function watchedServer(): Promise<WatchedServer> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('content-type', 'text/html')
    response.end('<title>elsewhere</title>')
  })
  server.on('upgrade', (request, socket) => {
    hits.push(`UPGRADE ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits: () => hits,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
