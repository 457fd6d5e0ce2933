import { createSecureContext, rootCertificates } from 'node:tls'
import type { SecureContext } from 'node:tls'
import { Agent, Pool, ProxyAgent } from 'undici'
import type { buildConnector, Dispatcher } from 'undici'
import type { NetworkFacts } from '../../../shared/contract/internal.ts'
import { PROXY_REFUSED } from './failures.ts'

const CONNECT_TIMEOUT_MS = 10_000
/** Longest silence inside of an answer. */
const SILENCE_MS = 30_000
/** A long poll is silent on purpose. */
const HEADERS_TIMEOUT_MS = 65_000
const KEEP_ALIVE_MS = 30_000

const PROXY_AUTHENTICATION_REQUIRED = 407

class ProxyRefused extends Error {
  readonly code = PROXY_REFUSED
}

type Connect = (options: Dispatcher.ConnectOptions) => Promise<Dispatcher.ConnectData>

/** A pool to the proxy that says by a code, not by a text, that the proxy wants other credentials. */
function proxyPool(origin: URL, options: Pool.Options): Pool {
  const pool = new Pool(origin, options)
  const connect = pool.connect.bind(pool) as Connect
  const connectOrRefuse: Connect = async target => {
    const answer = await connect(target)
    if (answer.statusCode !== PROXY_AUTHENTICATION_REQUIRED) return answer
    answer.socket.on('error', () => {}).destroy()
    throw new ProxyRefused('The proxy refused the credentials')
  }
  return Object.assign(pool, { connect: connectOrRefuse })
}

/** Reading all authorities takes tens of milliseconds, so it happens once and not with every connection. */
function trusting(extraCertificates: readonly string[]): { readonly secureContext?: SecureContext } {
  if (extraCertificates.length === 0) return {}
  return { secureContext: createSecureContext({ ca: [...rootCertificates, ...extraCertificates] }) }
}

/** Credentials leave the address and become a header: addresses are shown in errors. */
function withoutCredentials(proxyUrl: string): { readonly uri: string; readonly token: string | null } {
  const url = new URL(proxyUrl)
  if (url.username === '') return { uri: url.href, token: null }
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  url.username = ''
  url.password = ''
  return { uri: url.href, token: `Basic ${Buffer.from(pair).toString('base64')}` }
}

const refuseToConnect: buildConnector.connector = (_options, callback) =>
  callback(Object.assign(new Error('Offline by choice'), { code: 'ENETUNREACH', syscall: 'connect' }), null)

/** The way to the hub as main found it: direct or through a proxy, trusting what the system trusts. */
export function createDispatcher({ isCut, proxyUrl, extraCertificates }: NetworkFacts): Dispatcher {
  if (isCut) return new Agent({ connect: refuseToConnect })
  const connect = { ...trusting(extraCertificates), timeout: CONNECT_TIMEOUT_MS }
  const options = {
    headersTimeout: HEADERS_TIMEOUT_MS,
    bodyTimeout: SILENCE_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connections: 6,
  }
  if (proxyUrl === null) return new Agent({ ...options, connect })
  const { uri, token } = withoutCredentials(proxyUrl)
  return new ProxyAgent({
    ...options,
    uri,
    ...(token === null ? {} : { token }),
    // Plain addresses too: live connections need a tunnel anyway.
    proxyTunnel: true,
    requestTls: connect,
    proxyTls: connect,
    clientFactory: (origin, opts) => proxyPool(origin, opts as Pool.Options),
  })
}
