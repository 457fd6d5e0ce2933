import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import type { RawData } from 'ws'

export type CdpProxy = { readonly url: string; readonly close: () => Promise<void> }

type Message = { readonly id?: number; readonly method?: string; readonly error?: unknown }

/** Electron has no such thing as a browser's download folder, and Playwright gives up without an answer. */
const UNKNOWN_TO_ELECTRON = 'Browser.setDownloadBehavior'

/**
 * Stands between Playwright and the debugging port of an Electron app. Passes every message on as it is; only the
 * refusal of what Electron lacks becomes an empty answer.
 */
export async function startCdpProxy(target: string): Promise<CdpProxy> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  server.on('connection', client => connect(client, new WebSocket(target, { perMessageDeflate: false })))
  const { port } = server.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${port}`,
    close: async () => {
      for (const client of server.clients) client.terminate()
      server.close()
      await once(server, 'close')
    },
  }
}

const textOf = (data: RawData): string => Buffer.from(data as Buffer).toString('utf8')

function connect(client: WebSocket, app: WebSocket): void {
  const refusable = new Set<number>()
  const isOpen = once(app, 'open')
  const end = (): void => {
    client.terminate()
    app.terminate()
  }
  for (const side of [client, app]) {
    side.on('close', end)
    side.on('error', end)
  }
  client.on('message', async data => {
    const text = textOf(data)
    const { id, method } = JSON.parse(text) as Message
    if (method === UNKNOWN_TO_ELECTRON && id !== undefined) refusable.add(id)
    await isOpen
    app.send(text)
  })
  app.on('message', data => {
    const text = textOf(data)
    const { id, error } = JSON.parse(text) as Message
    const isRefusal = id !== undefined && refusable.delete(id) && error !== undefined
    client.send(isRefusal ? JSON.stringify({ id, result: {} }) : text)
  })
}
