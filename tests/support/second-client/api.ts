import { randomUUID } from 'node:crypto'
import type { Session, State } from './state.ts'
import type { Send, WireAnswer } from './wire.ts'
import { errorOf, HubError, json } from './wire.ts'

export const PROTOCOL = 1

export type Installation = {
  readonly id: string
  readonly name: string
  readonly platform: string
  readonly version: string
}
export type Core = {
  readonly baseUrl: string
  readonly send: Send
  readonly now: () => number
  readonly installation: Installation
  /** All that is stored; assigned anew when a stored copy is taken up. */
  state: State
  /** Whether a pull came after the last connect: only a pull shows another epoch, so hints wait for one. */
  hasPulled: boolean
  /** The refresh under way: there is one at a time. */
  refreshing: Promise<void> | null
}

/** A UUIDv7: 48 bits of time, then chance. */
export function newId(nowMs: number): string {
  const time = nowMs.toString(16).padStart(12, '0')
  const chance = randomUUID().slice(15)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance}`
}

export type Ask = {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** JSON, unless bytes are given. */
  readonly body?: unknown
}

/** One request as it stands, without tokens of its own. Throws HubError when the hub names a failure. */
export async function ask(core: Core, { method, path, headers = {}, body }: Ask): Promise<WireAnswer> {
  const bytes = body === undefined ? null : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
  const type = bytes === null || Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json' }
  const answer = await core.send({
    method: method ?? (bytes ? 'POST' : 'GET'),
    path,
    headers: {
      'tandem-protocol': String(PROTOCOL),
      'accept-encoding': 'zstd, br, gzip',
      ...type,
      ...headers,
    },
    body: bytes,
  })
  const error = errorOf(answer)
  if (error) throw error
  return answer
}

const bearer = ({ state }: Core): Readonly<Record<string, string>> =>
  state.session ? { authorization: `Bearer ${state.session.accessToken}` } : {}

/** A request in the agent's name: an access token that ran out is renewed once. */
export async function askSignedIn(core: Core, request: Ask): Promise<WireAnswer> {
  const once = (): Promise<WireAnswer> =>
    ask(core, { ...request, headers: { ...bearer(core), ...request.headers } })
  const before = core.state.session?.accessToken
  try {
    return await once()
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'signed-out' || !before) throw error
    // Somebody else may have renewed it while this request was under way.
    if (core.state.session?.accessToken === before) await refresh(core)
    return once()
  }
}

export type Hello = {
  readonly product: string
  readonly version: string
  readonly protocol: { readonly current: number; readonly oldest: number }
  readonly epoch: string
  readonly hubTimeMs: number
}

/** Who is there. Throws when there is no version both speak. */
export async function hello(core: Core): Promise<Hello> {
  const answer = json<Hello>(await ask(core, { path: '/v1/hello', headers: bearer(core) }))
  if (answer.product !== 'tandem-hub') throw new Error('This is no Tandem hub')
  const { current, oldest } = answer.protocol
  if (PROTOCOL > current) throw new HubError({ status: 426, code: 'hub-too-old', details: { current } })
  if (PROTOCOL < oldest) throw new HubError({ status: 426, code: 'hub-too-new', details: { oldest } })
  noticeVersion(core, answer.version)
  return answer
}

/** Work that an older hub did not know may go out again. */
function noticeVersion({ state }: Core, version: string): void {
  if (version === state.hubVersion) return
  state.hubVersion = version
  state.outbox = state.outbox.map(work =>
    work.verdict?.kind === 'rejected' && work.verdict.code === 'hub-too-old'
      ? { ...work, isParked: false }
      : work,
  )
}

export type Credentials = {
  readonly email: string
  readonly password: string
  readonly workspace?: string | null
}

export async function signIn(
  core: Core,
  { email, password, workspace = null }: Credentials,
): Promise<Session> {
  const body = { email, password, workspace, client: core.installation }
  const session = json<Session>(await ask(core, { path: '/v1/sign-in', body }))
  const author = core.state.session?.agent.id
  if (author !== undefined && author !== session.agent.id && core.state.outbox.length > 0)
    throw new Error('Unsent work of another agent lies here')
  core.state.session = session
  core.state.epoch ||= (await hello(core)).epoch
  return session
}

const LOST_ANSWERS = 3

async function rotate(core: Core): Promise<void> {
  for (let lost = 0; ; lost += 1) {
    const refreshToken = core.state.session?.refreshToken
    try {
      core.state.session = json<Session>(await ask(core, { path: '/v1/token', body: { refreshToken } }))
      return
    } catch (error) {
      // Without an answer nothing is known: the token at hand is the one to come back with.
      if (error instanceof HubError || lost === LOST_ANSWERS) throw error
    }
  }
}

/** New tokens for the refresh token, stored before they are used. */
export async function refresh(core: Core): Promise<void> {
  core.refreshing ??= rotate(core).finally(() => {
    core.refreshing = null
  })
  await core.refreshing
}

export async function signOut(core: Core): Promise<void> {
  await askSignedIn(core, { method: 'POST', path: '/v1/sign-out' })
  core.state.session = null
}
