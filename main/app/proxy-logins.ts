import { z } from 'zod'
import type { ProxyLogin, ProxyLoginFor } from './proxy-rule.ts'
import type { Secrets } from './secrets.ts'

const NAME = 'proxy.logins'
const Kept = z.record(z.string(), z.object({ user: z.string(), password: z.string() }))

/**
 * Logins of proxies, by `host:port`: what the agent typed, kept with the system's keychain, before what a company put
 * into HTTPS_PROXY. They are asked for while requests are made, so they are read once and held in memory.
 */
export class ProxyLogins {
  readonly #secrets: Pick<Secrets, 'get' | 'set'>
  readonly #fromEnvironment: ProxyLoginFor
  #typed: Readonly<Record<string, ProxyLogin>> = {}

  constructor(secrets: Pick<Secrets, 'get' | 'set'>, fromEnvironment: ProxyLoginFor) {
    this.#secrets = secrets
    this.#fromEnvironment = fromEnvironment
  }

  /** Reads what was kept. What cannot be read is asked for again: a password is no work of anybody. */
  async load(): Promise<void> {
    try {
      const text = await this.#secrets.get(NAME)
      if (text !== null) this.#typed = Kept.parse(JSON.parse(text))
    } catch {
      this.#typed = {}
    }
  }

  find: ProxyLoginFor = hostAndPort => this.#typed[hostAndPort] ?? this.#fromEnvironment(hostAndPort)

  /** Counts from now on, also where it cannot be kept for the next start. */
  async keep(hostAndPort: string, login: ProxyLogin): Promise<void> {
    this.#typed = { ...this.#typed, [hostAndPort]: login }
    await this.#secrets.set(NAME, JSON.stringify(this.#typed))
  }
}
