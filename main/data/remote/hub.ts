import { z } from 'zod'
import type { Response } from 'undici'
import type { Clock } from '../../../shared/clock.ts'
import type { Tokens } from '../../../shared/contract/internal.ts'
import { BoardFrame } from '../../../shared/protocol/board.ts'
import { PROTOCOL_HEADER, routes } from '../../../shared/protocol/routes.ts'
import { Hello, SignedIn } from '../../../shared/protocol/session.ts'
import type { ClientReport, SignInRequest } from '../../../shared/protocol/session.ts'
import { PRODUCT, PROTOCOL } from '../../../shared/protocol/version.ts'
import type { BoardLine } from '../floor/board-watch.ts'
import { BadAnswer } from './bad-answer.ts'
import type { Http, HttpRequest } from './http.ts'
import { openLiveSocket } from './live-socket.ts'
import { NEXT_HEADER } from '../../../shared/protocol/frames.ts'
import { readSnapshot } from './ndjson.ts'
import { PART_TYPES } from './unpack.ts'
import { ANSWER_BEGINS_MS, answered, failed } from './remote.ts'
import type { Answered, LiveRemote, Remote, SnapshotPart, SnapshotQuery } from './remote.ts'
import { TolerantLiveFrame, TolerantPullAnswer, TolerantPushAnswer } from './tolerance.ts'
import { createTokenKeeper } from './tokens.ts'
import type { Refreshed, TokenKeeper } from './tokens.ts'

export type HubDeps = {
  readonly http: Http
  /** For example 'https://hub.example'. */
  readonly hubUrl: string
  readonly clock: Pick<Clock, 'now'>
  readonly tokens: Tokens
  readonly onTokens: (tokens: Tokens) => void
}

type Authorised = Omit<HttpRequest, 'url' | 'headers'> & {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The hub behind HTTP: sync, live hints, reports, and the authorised requests that blobs are made of. */
export type Hub = Remote &
  LiveRemote & {
    /** The supervisors' board; a poll waits for another picture than the one with this mark. */
    readonly board: (mark: () => string) => LiveRemote<BoardLine>
    readonly report: (report: ClientReport) => Promise<Answered<unknown>>
    readonly send: <T>(request: Authorised, read: (response: Response) => Promise<T>) => Promise<Answered<T>>
    readonly setTokens: (tokens: Tokens) => void
    /** Ends the session on the hub; true when the hub knows. */
    readonly signOut: () => Promise<boolean>
  }

const Bye = z.object({ kind: z.literal('bye'), reason: z.string() })
const BoardLineSchema: z.ZodType<BoardLine> = z.discriminatedUnion('kind', [BoardFrame, Bye])

const QUICK_MS = 20_000
/** Whoever leaves does not wait long for a hub that does not answer. */
const GOODBYE_MS = 4_000
/** A push or a page is small but may find the hub busy; a part of a snapshot is large. */
const SYNC_MS = 60_000
const SNAPSHOT_MS = 180_000
const POLL_GRACE_MS = 15_000
/** What a poor line carries at least, bytes a millisecond. */
const POOREST_LINE = 16

/** A push or a report may take its time on the way there; its answer is short. */
const takingTime = (body: string) => ({
  body,
  timeoutMs: SYNC_MS,
  beginsMs: ANSWER_BEGINS_MS + Math.ceil(body.length / POOREST_LINE),
})

const JSON_TYPE = { 'content-type': 'application/json' }
const SPOKEN = { [PROTOCOL_HEADER]: String(PROTOCOL) }

/** Address of a route; the hub may live below a path. */
export const addressOf = (hubUrl: string, path: string): string => `${hubUrl.replace(/\/+$/, '')}${path}`

/** Parses an answer by its schema; unknown keys pass. What does not fit is a bad answer, and nothing of it is used. */
const reading =
  <Schema extends z.ZodType>(schema: Schema) =>
  async (response: Response): Promise<z.output<Schema>> => {
    const text = await response.text()
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      throw new BadAnswer('The answer is not JSON')
    }
    const parsed = z.safeParse(schema, value)
    if (!parsed.success) throw new BadAnswer('The answer does not fit the protocol')
    return parsed.data
  }

function readingPart(bytes: Buffer): Answered<SnapshotPart> {
  try {
    return answered(readSnapshot(bytes))
  } catch (error) {
    if (error instanceof BadAnswer) return failed({ kind: 'bad-answer' })
    throw error
  }
}

/** Asks who is there; a hub that does not speak this protocol is told apart from something that is no hub. */
export async function hello(http: Http, hubUrl: string): Promise<Answered<Hello>> {
  const url = addressOf(hubUrl, routes.hello)
  const answer = await http.send({ method: 'GET', url, timeoutMs: QUICK_MS }, reading(Hello))
  if (!answer.ok) return answer
  const { product, protocol } = answer.value
  if (product !== PRODUCT) return failed({ kind: 'bad-answer' })
  if (protocol.current < PROTOCOL) return failed({ kind: 'hub-too-old' })
  if (protocol.oldest > PROTOCOL) return failed({ kind: 'hub-too-new' })
  return answer
}

export function signIn(http: Http, hubUrl: string, request: SignInRequest): Promise<Answered<SignedIn>> {
  const url = addressOf(hubUrl, routes.signIn)
  const headers = { ...JSON_TYPE, ...SPOKEN }
  return http.send(
    { method: 'POST', url, headers, body: JSON.stringify(request), timeoutMs: QUICK_MS },
    reading(SignedIn),
  )
}

const Rotated = SignedIn.pick({ accessToken: true, refreshToken: true, expiresInMs: true })

function refresh(http: Http, hubUrl: string, refreshToken: string): Promise<Answered<Refreshed>> {
  const url = addressOf(hubUrl, routes.refresh)
  const body = JSON.stringify({ refreshToken })
  return http.send(
    { method: 'POST', url, headers: { ...JSON_TYPE, ...SPOKEN }, body, timeoutMs: QUICK_MS },
    reading(Rotated),
  )
}

type WithToken = <T>(
  request: Authorised,
  send: (request: HttpRequest) => Promise<Answered<T>>,
) => Promise<Answered<T>>

/** One try with the token at hand and, when the hub refuses it, one with a fresh one. */
const withToken =
  (hubUrl: string, keeper: TokenKeeper): WithToken =>
  async ({ path, headers, ...request }, send) => {
    for (let attempt = 0; ; attempt += 1) {
      const token = await keeper.access()
      if (!token.ok) return token
      const all = { ...SPOKEN, ...headers, authorization: `Bearer ${token.value}` }
      const answer = await send({ ...request, headers: all, url: addressOf(hubUrl, path) })
      if (answer.ok || answer.failure.kind !== 'signed-out' || attempt > 0) return answer
      keeper.refuse(token.value)
    }
  }

export function createHub({ http, hubUrl, clock, tokens, onTokens }: HubDeps): Hub {
  const keeper = createTokenKeeper(
    { clock, refresh: token => refresh(http, hubUrl, token), onChange: onTokens },
    tokens,
  )
  const authorised = withToken(hubUrl, keeper)
  const send: Hub['send'] = (request, read) => authorised(request, whole => http.send(whole, read))
  const post = <Schema extends z.ZodType>(
    path: string,
    body: unknown,
    schema: Schema,
  ): Promise<Answered<z.output<Schema>>> =>
    send({ method: 'POST', path, headers: JSON_TYPE, ...takingTime(JSON.stringify(body)) }, reading(schema))

  return {
    send,
    setTokens: keeper.set,
    signOut: async () =>
      (await send({ method: 'POST', path: routes.signOut, timeoutMs: GOODBYE_MS }, reading(z.unknown()))).ok,
    push: request => post(routes.push, request, TolerantPushAnswer),
    pull: ({ cursor, limit }) =>
      send(
        {
          method: 'GET',
          path: `${routes.pull}?${query({ cursor, limit, values: 1 })}`,
          timeoutMs: SYNC_MS,
          beginsMs: ANSWER_BEGINS_MS,
        },
        reading(TolerantPullAnswer),
      ),
    snapshot: async asked => {
      const path = `${routes.snapshot}?${query(askedOf(asked))}`
      const headers = { accept: PART_TYPES }
      const begun = (header: (name: string) => string | null): void => {
        const next = header(NEXT_HEADER)
        if (next !== null) asked.begun?.(next === '' ? null : next)
      }
      const part = { method: 'GET', path, headers, timeoutMs: SNAPSHOT_MS, begun } as const
      const answer = await authorised(part, http.whole)
      return answer.ok ? readingPart(answer.value) : answer
    },
    report: report => post(routes.report, report, z.unknown()),
    poll: ({ after, waitMs }) =>
      send(
        {
          method: 'GET',
          path: `${routes.poll}?${query({ after, waitMs })}`,
          timeoutMs: waitMs + POLL_GRACE_MS,
        },
        reading(TolerantLiveFrame),
      ),
    connect: listener =>
      openLiveSocket(
        { http, url: addressOf(hubUrl, routes.live), access: keeper.access, frames: TolerantLiveFrame },
        listener,
      ),
    board: boardOver({ http, hubUrl }, keeper.access, send),
  }
}

/** The board's own line: its socket, and its picture where sockets are blocked. */
const boardOver =
  ({ http, hubUrl }: Pick<HubDeps, 'http' | 'hubUrl'>, access: TokenKeeper['access'], send: Hub['send']) =>
  (mark: () => string): LiveRemote<BoardLine> => ({
    connect: listener =>
      openLiveSocket(
        { http, url: addressOf(hubUrl, routes.boardLive), access, frames: BoardLineSchema },
        listener,
      ),
    poll: ({ waitMs }) =>
      send(
        {
          method: 'GET',
          path: `${routes.board}?${query({ after: mark(), waitMs })}`,
          timeoutMs: waitMs + POLL_GRACE_MS,
        },
        reading(BoardFrame),
      ),
  })

/** A snapshot of everything begins with the own queues. */
function askedOf({ position, since, tables }: SnapshotQuery): Readonly<Record<string, string | number>> {
  const own = tables === undefined ? { own: 1 } : { tables: tables.join(',') }
  const place = { several: 1, ...(position === null ? own : { position }) }
  return since === null ? place : { ...place, since }
}

const query = (values: Readonly<Record<string, string | number>>): string =>
  new URLSearchParams(
    Object.entries(values).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString()
