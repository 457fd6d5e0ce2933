import { AppError, ErrorCode } from '../../shared/errors.ts'
import { parseHubUrl } from './hub-address.ts'
import type { Network } from './network.ts'
import type { ProxyLogins } from './proxy-logins.ts'
import type { ProxyLogin } from './proxy-rule.ts'

export type ProxySignInDeps = {
  readonly network: Pick<Network, 'proxyOf'>
  readonly logins: ProxyLogins
  /** The hub of the place that is open. */
  readonly openHubUrl: () => string | null
}
export type ProxySignIn = {
  /** `host:port` of the proxy on the way to a hub, null: to the open one. Null where there is none. */
  readonly find: (hubUrl: string | null) => Promise<string | null>
  /** Throws `not-found` where nothing asks for it. */
  readonly signIn: (hubUrl: string | null, login: ProxyLogin) => Promise<void>
}

/** Asks agents for what the system does not know: the login of their company's proxy. */
export function createProxySignIn({ network, logins, openHubUrl }: ProxySignInDeps): ProxySignIn {
  const find = async (hubUrl: string | null): Promise<string | null> => {
    const address = hubUrl === null ? openHubUrl() : parseHubUrl(hubUrl)
    return address === null ? null : network.proxyOf(address)
  }
  return {
    find,
    signIn: async (hubUrl, login) => {
      const proxy = await find(hubUrl)
      if (proxy === null) throw new AppError(ErrorCode.NotFound, 'There is no proxy on this way')
      await logins.keep(proxy, login)
    },
  }
}
