/** User and password for one proxy. */
export type ProxyLogin = { readonly user: string; readonly password: string }
export type ProxyLoginFor = (hostAndPort: string) => ProxyLogin | null

/** Words of a PAC answer and the address form the data process understands. */
const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  ['SOCKS', 'socks5'],
  ['SOCKS5', 'socks5'],
])

type ProxyWay = { readonly scheme: string; readonly hostAndPort: string }

/** The first entry of a PAC answer such as `PROXY a:3128; DIRECT` that can be used; null for a direct way. */
export function proxyWayOf(pacAnswer: string): ProxyWay | null {
  for (const entry of pacAnswer.split(';')) {
    const [word = '', hostAndPort = ''] = entry.trim().split(/\s+/)
    if (word.toUpperCase() === 'DIRECT') return null
    const scheme = SCHEMES.get(word.toUpperCase())
    if (scheme && hostAndPort) return { scheme, hostAndPort }
  }
  return null
}

/** The same as an address with its login; null for a direct way. */
export function proxyUrlOf(pacAnswer: string, loginFor: ProxyLoginFor): string | null {
  const way = proxyWayOf(pacAnswer)
  return way && `${way.scheme}://${credentials(loginFor(way.hostAndPort))}${way.hostAndPort}`
}

const credentials = (login: ProxyLogin | null): string =>
  login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@` : ''

/** Finds the logins that companies put into HTTPS_PROXY and HTTP_PROXY (`http://user:password@host:port`). */
export function proxyLogins(addresses: readonly (string | undefined)[]): ReadonlyMap<string, ProxyLogin> {
  const found = new Map<string, ProxyLogin>()
  for (const address of addresses) {
    const url = parseAddress(address)
    if (!url || url.username === '') continue
    const port = url.port || (url.protocol === 'https:' ? '443' : '80')
    const login = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
    found.set(`${url.hostname}:${port}`, login)
  }
  return found
}

function parseAddress(address: string | undefined): URL | null {
  if (!address) return null
  try {
    return new URL(address.includes('://') ? address : `http://${address}`)
  } catch {
    return null
  }
}
