import type { Clock } from '../../shared/clock.ts'
import type { NetworkFacts } from '../../shared/contract/internal.ts'
import type { CertificateSource } from './certificates.ts'
import { isLoopback } from './hub-address.ts'
import { proxyUrlOf, proxyWayOf } from './proxy-rule.ts'
import type { ProxyLoginFor } from './proxy-rule.ts'

/** Electron tells main nothing when the network changes, so it is asked this often. */
const CHECK_EVERY_MS = 3_000

export type NetworkDeps = {
  readonly clock: Clock
  readonly isOnline: () => boolean
  /** A PAC answer for an address, as Chromium works it out from the system's settings. */
  readonly resolveProxy: (address: string) => Promise<string>
  readonly loginFor: ProxyLoginFor
  readonly certificates: CertificateSource
}

/** What only main can find out about the way to a hub. */
export class Network {
  readonly #deps: NetworkDeps
  #cancel: () => void = () => {}
  #checkNow: () => void = () => {}
  #isCut = false

  constructor(deps: NetworkDeps) {
    this.#deps = deps
  }

  async factsFor(hubUrl: string): Promise<NetworkFacts> {
    const { isOnline, resolveProxy, loginFor, certificates } = this.#deps
    const pacAnswer = await resolveProxy(hubUrl)
    return {
      // A hub on this machine is reached with the cable out.
      isOnline: isLoopback(hubUrl) || isOnline(),
      isCut: this.#isCut,
      proxyUrl: proxyUrlOf(pacAnswer, loginFor),
      extraCertificates: [...(await certificates.read())],
    }
  }

  get isCut(): boolean {
    return this.#isCut
  }

  /** The agent pulls the cable, or puts it back: told at once. */
  setCut(isCut: boolean): void {
    this.#isCut = isCut
    this.#checkNow()
  }

  /** The proxy on the way to a hub as `host:port`; null where there is none. */
  async proxyOf(hubUrl: string): Promise<string | null> {
    return proxyWayOf(await this.#deps.resolveProxy(hubUrl))?.hostAndPort ?? null
  }

  /** Tells of each change of the facts from now on; watching another hub ends the earlier watch. */
  watch(hubUrl: string, known: NetworkFacts, onChange: (facts: NetworkFacts) => void): void {
    this.unwatch()
    let last = known
    let isWatching = true
    let cancelTimer: () => void = () => {}
    const check = async (): Promise<void> => {
      // A failed question leaves what was known; the next one comes soon.
      const facts = await this.factsFor(hubUrl).catch(() => last)
      if (!isWatching) return
      if (!areSame(facts, last)) onChange(facts)
      last = facts
      next()
    }
    const next = (): void => {
      cancelTimer = this.#deps.clock.after(CHECK_EVERY_MS, () => void check())
    }
    next()
    this.#checkNow = () => {
      cancelTimer()
      void check()
    }
    this.#cancel = () => {
      isWatching = false
      cancelTimer()
      this.#checkNow = () => {}
    }
  }

  unwatch(): void {
    this.#cancel()
  }
}

const areSame = (some: NetworkFacts, others: NetworkFacts): boolean =>
  some.isOnline === others.isOnline &&
  some.isCut === others.isCut &&
  some.proxyUrl === others.proxyUrl &&
  some.extraCertificates.length === others.extraCertificates.length &&
  some.extraCertificates.every((pem, index) => pem === others.extraCertificates[index])
