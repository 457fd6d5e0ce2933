import { createServer, request as httpRequest } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'

export type ProxiedRequest = {
  readonly method: string
  /** Path with query. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}
export type ProxiedAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}
/** Cuts the line: at once, or after so many bytes of the answer. */
export type Cut = { readonly cut: true; readonly answer?: ProxiedAnswer; readonly afterBytes?: number }

/** Asks the hub, as often as it is called. */
export type Forward = (request?: ProxiedRequest) => Promise<ProxiedAnswer>
/** What happens to a request on its way to the hub and to the answer on its way back. */
export type Fault = (request: ProxiedRequest, forward: Forward) => Promise<ProxiedAnswer | Cut>

export type FaultProxy = {
  readonly url: string
  /** "GET /v1/sync/pull", in order. */
  readonly seen: readonly string[]
  /** Live connections that were let through. */
  readonly sockets: () => number
  /** What happens from now on to every request; null: nothing. */
  readonly setFault: (fault: Fault | null) => void
  /** Answers 403 to every attempt to open a WebSocket and ends those that are open, as some gateways do. */
  readonly blockSockets: (isBlocked: boolean) => void
  /** Sends everything from now on to a hub elsewhere. */
  readonly aimAt: (hubUrl: string) => void
  readonly close: () => Promise<void>
}

const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'content-length']

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function ask(hubUrl: string, { method, url, headers, body }: ProxiedRequest): Promise<ProxiedAnswer> {
  const { host: _host, 'accept-encoding': _encoding, accept: _accept, ...others } = headers
  return new Promise((resolve, reject) => {
    const asked = httpRequest(new URL(url, hubUrl), { method, headers: others, agent: false }, answer => {
      bytesOf(answer).then(
        read => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read }),
        reject,
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function reply(response: ServerResponse, given: ProxiedAnswer | Cut): void {
  const answer = 'cut' in given ? given.answer : given
  if (!answer) {
    response.destroy()
    return
  }
  const headers = Object.entries(answer.headers).filter(([name]) => !HOP_BY_HOP.includes(name))
  for (const [name, value] of headers) if (value !== undefined) response.setHeader(name, value)
  response.setHeader('content-length', answer.body.length)
  response.writeHead(answer.status)
  if (!('cut' in given)) {
    response.end(answer.body)
    return
  }
  response.write(answer.body.subarray(0, given.afterBytes ?? 0), () => response.destroy())
}

/** A line between laptops and their hub that does to every request what the test says. */
export async function startFaultProxy(hubUrl: string): Promise<FaultProxy> {
  let target = hubUrl
  let fault: Fault = (_request, forward) => forward()
  let areSocketsBlocked = false
  const seen: string[] = []
  const open = new Set<Duplex>()
  const tunnels = new Set<Duplex>()
  const remember = (socket: Duplex): void => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
  }

  const server = createServer((incoming, response) => {
    const { method = '', url = '', headers } = incoming
    seen.push(`${method} ${url.split('?')[0] ?? ''}`)
    bytesOf(incoming)
      .then(body => {
        const request = { method, url, headers, body }
        return fault(request, (changed = request) => ask(target, changed))
      })
      .then(
        answer => reply(response, answer),
        () => response.destroy(),
      )
  })
  server.on('connection', remember)
  server.on('upgrade', (incoming, laptop: Socket, head: Buffer) => {
    if (areSocketsBlocked) {
      laptop.end('HTTP/1.1 403 Forbidden\r\ncontent-type: text/html\r\ncontent-length: 9\r\n\r\n<p>no</p>')
      return
    }
    const { hostname, port } = new URL(target)
    const hub = connect(Number(port), hostname)
    remember(hub)
    tunnels.add(laptop)
    laptop.on('close', () => {
      tunnels.delete(laptop)
      hub.destroy()
    })
    hub.on('close', () => laptop.destroy())
    const lines = incoming.rawHeaders.flatMap((name, index, all) =>
      index % 2 === 0 ? [`${name}: ${all[index + 1] ?? ''}`] : [],
    )
    hub.write(`GET ${incoming.url ?? '/'} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    hub.write(head)
    laptop.pipe(hub)
    hub.pipe(laptop)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    sockets: () => tunnels.size,
    setFault: next => {
      fault = next ?? ((_request, forward) => forward())
    },
    blockSockets: isBlocked => {
      areSocketsBlocked = isBlocked
      if (isBlocked) for (const tunnel of tunnels) tunnel.destroy()
    },
    aimAt: next => {
      target = next
    },
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

/** Changes JSON answers of one path; everything else passes as it is. */
export const rewriting =
  (path: string, change: (value: Record<string, unknown>) => unknown): Fault =>
  async (request, forward) => {
    const answer = await forward()
    if (!request.url.startsWith(path) || answer.status !== 200) return answer
    const value = JSON.parse(answer.body.toString('utf8')) as Record<string, unknown>
    return { ...answer, body: Buffer.from(JSON.stringify(change(value))) }
  }
