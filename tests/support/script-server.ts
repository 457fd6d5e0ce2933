import { createServer as createHttpServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export type ScriptedRequest = {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}
export type ScriptServer = {
  readonly url: string
  readonly port: number
  readonly requests: readonly ScriptedRequest[]
  readonly server: Server
  readonly close: () => Promise<void>
}

/** Answers like a hub that does what the test says. */
export type Script = (request: ScriptedRequest, response: ServerResponse) => void

async function listening(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function closing(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy()
  return new Promise(resolve => server.close(() => resolve()))
}

function remember(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>()
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  return sockets
}

export async function startScriptServer(
  script: Script,
  tls: { readonly cert: string; readonly key: string } | null = null,
): Promise<ScriptServer> {
  const requests: ScriptedRequest[] = []
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const taken = { method, url, headers, body: Buffer.concat(chunks) }
      requests.push(taken)
      script(taken, response)
    })
  }
  const server = tls ? createHttpsServer(tls, listener) : createHttpServer(listener)
  const sockets = remember(server)
  const port = await listening(server)
  return {
    port,
    url: `${tls ? 'https' : 'http'}://localhost:${port}`.replace(
      'localhost',
      tls ? 'localhost' : '127.0.0.1',
    ),
    requests,
    server,
    close: () => closing(server, sockets),
  }
}

export type ConnectProxy = {
  readonly url: string
  readonly tunnels: readonly string[]
  readonly close: () => Promise<void>
}

/** A company's proxy: tunnels for those who know its password. */
export async function startConnectProxy(login: string): Promise<ConnectProxy> {
  const tunnels: string[] = []
  const wanted = `Basic ${Buffer.from(login).toString('base64')}`
  const server = createHttpServer((_request, response) => response.writeHead(405).end())
  const sockets = new Set<Socket>(remember(server))
  server.on('connect', (request, client: Socket, head: Buffer) => {
    sockets.add(client)
    client.on('error', () => client.destroy())
    if (request.headers['proxy-authorization'] !== wanted) {
      client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n',
      )
      return
    }
    tunnels.push(request.url ?? '')
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const target = connect(Number(port), host === 'localhost' ? '127.0.0.1' : host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.write(head)
      target.pipe(client)
      client.pipe(target)
    })
    sockets.add(target)
    target.on('error', () => client.destroy())
  })
  const port = await listening(server)
  return { url: `http://127.0.0.1:${port}`, tunnels, close: () => closing(server, sockets) }
}

export const json = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
export const refusal = (response: ServerResponse, status: number, code: string): void =>
  json(response, status, { error: { code, message: 'No', details: {} } })
