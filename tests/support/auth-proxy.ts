import { connect as connectTcp } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { startConnectProxy } from './script-server.ts'
import type { ConnectProxy } from './script-server.ts'
import { TEST_SERVER } from './test-certificates.ts'

export type TlsFront = { readonly url: string; readonly close: () => Promise<void> }

function pipeTo(hubUrl: string, client: Socket, all: Set<Socket>): void {
  const { hostname, port } = new URL(hubUrl)
  const hub = connectTcp(Number(port), hostname)
  for (const socket of [client, hub]) {
    all.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => all.delete(socket))
  }
  client.on('close', () => hub.destroy())
  hub.on('close', () => client.destroy())
  client.pipe(hub)
  hub.pipe(client)
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Ends TLS in front of a hub, with a certificate of a company's own authority. */
export async function startTlsFront(hubUrl: string): Promise<TlsFront> {
  const all = new Set<Socket>()
  const server = createTlsServer(TEST_SERVER, client => pipeTo(hubUrl, client, all))
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  const port = await listen(server)
  return {
    url: `https://localhost:${port}`,
    close: () => {
      for (const socket of all) socket.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

export type Company = {
  /** The hub as employees reach it: over TLS, through the proxy only. */
  readonly hubUrl: string
  readonly proxy: ConnectProxy
  /** The proxy's address with a login in it. */
  readonly proxyUrl: (login: string) => string
  readonly close: () => Promise<void>
}

/** A network as companies have it: a private authority, and a proxy that wants a password. */
export async function startCompany(hubUrl: string, login: string): Promise<Company> {
  const front = await startTlsFront(hubUrl)
  const proxy = await startConnectProxy(login)
  return {
    hubUrl: front.url,
    proxy,
    proxyUrl: given => proxy.url.replace('//', `//${given}@`),
    close: async () => {
      await proxy.close()
      await front.close()
    },
  }
}
