import { WebSocket } from 'ws'
import type { Clock, Random } from '../../../shared/clock.ts'
import { newId } from '../../../shared/domain/ids.ts'
import type { LiveClientFrame } from '../../../shared/protocol/pull.ts'
import type { PushEntry } from '../../../shared/protocol/push.ts'
import { PushAnswer } from '../../../shared/protocol/push.ts'
import { PROTOCOL_HEADER, routes, SUBPROTOCOL } from '../../../shared/protocol/routes.ts'
import { Hello, SignedIn } from '../../../shared/protocol/session.ts'
import type { ClientReport } from '../../../shared/protocol/session.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'

export type HubLinkDeps = {
  readonly url: string
  readonly email: string
  readonly password: string
  readonly clientId: string
  readonly laptop: string
  readonly version: string
  readonly clock: Clock
  readonly random: Random
}
export type Intent = { readonly name: string; readonly args: unknown }

/** Access tokens live for ten minutes. */
const SIGN_IN_AGAIN_MS = 8 * 60_000

/** One laptop of the simulated floor: speaks the sync protocol to the hub and nothing else. */
export class HubLink {
  readonly #deps: HubLinkDeps
  #session: SignedIn | null = null
  #signedInAtMs = 0
  #socket: WebSocket | null = null

  constructor(deps: HubLinkDeps) {
    this.#deps = deps
  }

  /** Who works here; signs in first. */
  async agent(): Promise<SignedIn['agent']> {
    return (await this.#signedIn()).agent
  }

  /** Opens the live connection: from now on the floor sees this laptop. */
  async connect(): Promise<void> {
    const { accessToken } = await this.#signedIn()
    this.disconnect()
    const address = `${this.#deps.url.replace(/^http/, 'ws')}${routes.live}`
    const socket = new WebSocket(address, [SUBPROTOCOL, accessToken])
    socket.on('error', () => socket.terminate())
    await new Promise(resolve => {
      socket.once('open', resolve)
      socket.once('close', resolve)
    })
    this.#socket = socket
  }

  get isConnected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  disconnect(): void {
    this.#socket?.close()
    this.#socket = null
  }

  tell(frame: LiveClientFrame): void {
    if (this.isConnected) this.#socket?.send(JSON.stringify(frame))
  }

  report(report: Pick<ClientReport, 'unsent' | 'oldestUnsentAtMs'> & Partial<ClientReport>): void {
    const known = { lastPulledAtMs: this.#deps.clock.now(), version: this.#deps.version, isEncrypted: true }
    const none = { unsentReplies: 0, unsentTickets: 0, claimed: 0, unsentTicketIds: [], claimedTicketIds: [] }
    const unknown = { ...none, skewMs: 0, status: null }
    this.tell({ kind: 'report', report: { ...known, ...unknown, ...report } })
  }

  /** Pushes intents as one group. False when the hub did not take them: somebody else was quicker. */
  async push(intents: readonly Intent[]): Promise<boolean> {
    const { clock, random, clientId } = this.#deps
    const nowMs = clock.now()
    const groupId = intents.length > 1 ? newId(nowMs, random) : null
    const entries: PushEntry[] = intents.map(({ name, args }) => ({
      mutationId: newId(nowMs, random),
      groupId,
      name,
      args,
      nowMs,
      replayed: false,
    }))
    const { epoch } = Hello.parse(await this.#ask(routes.hello))
    const body = { protocol: PROTOCOL, clientId, epoch, sentAtMs: nowMs, entries }
    const { verdicts } = PushAnswer.parse(await this.#ask(routes.push, body))
    return verdicts.every(({ kind }) => kind === 'done')
  }

  async #signedIn(): Promise<SignedIn> {
    const { clock, email, password, clientId, laptop, version } = this.#deps
    if (this.#session && clock.now() - this.#signedInAtMs < SIGN_IN_AGAIN_MS) return this.#session
    const client = { id: clientId, name: laptop, platform: 'linux', version }
    this.#session = null
    this.#session = SignedIn.parse(
      await this.#send(routes.signIn, { email, password, workspace: null, client }, null),
    )
    this.#signedInAtMs = clock.now()
    return this.#session
  }

  async #ask(path: string, body?: unknown): Promise<unknown> {
    return this.#send(path, body, (await this.#signedIn()).accessToken)
  }

  async #send(path: string, body: unknown, token: string | null): Promise<unknown> {
    const response = await fetch(`${this.#deps.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        [PROTOCOL_HEADER]: String(PROTOCOL),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`The hub answered ${response.status} to ${path}`)
    return response.json()
  }
}
