import type { LiveClientFrame, LiveFrame, PullAnswer, SnapshotHead } from '../../../shared/protocol/pull.ts'
import type { PushAnswer, PushRequest } from '../../../shared/protocol/push.ts'

/**
 * How long an answer of sync may take to begin: where one was lost, work goes on within half a minute. The hub answers
 * long before, or says that it is busy.
 */
export const ANSWER_BEGINS_MS = 25_000

/** Why the hub could not be asked or did not do it. Decided by status, code and system error, never by a text. */
export type Failure =
  /** No way to the hub: no network, no such host, refused, cut off. */
  | ({ readonly kind: 'offline' } & Leaving)
  | ({ readonly kind: 'timeout' } & Leaving)
  /** The session is over; nothing leaves until the agent signs in again. */
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  | { readonly kind: 'server-error'; readonly status: number }
  /** What came is not what the protocol says. */
  | { readonly kind: 'bad-answer' }
  /** The hub understood and said no. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'certificate-untrusted' }
  | { readonly kind: 'proxy-refused' }
  | { readonly kind: 'hub-too-old' }
  | { readonly kind: 'hub-too-new' }

/** Set when no connection came about: nothing of the request can have reached anybody. */
export type Leaving = { readonly neverLeft?: true }

export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

export const answered = <T>(value: T): Answered<T> => ({ ok: true, value })
export const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
})

export type SnapshotQuery = {
  /** Called with what is to be asked for next as soon as the answer begins, where the hub says so; null: nothing. */
  readonly begun?: (next: string | null) => void
  /** Null begins a snapshot, own queues first. */
  readonly position: string | null
  /** The number everything here was known up to, so that the last part names who was erased since; null: nothing is here. */
  readonly since: number | null
  /** Only these tables. */
  readonly tables?: readonly string[] | undefined
}
/** Values of the rows in the order of `head.columns`. */
export type SnapshotPart = {
  readonly head: SnapshotHead
  readonly rows: readonly (readonly unknown[])[]
  /** Parts that came along, in their order: whoever takes this one alone asks for them again, and nothing is lost. */
  readonly following?: readonly SnapshotPart[]
}
export type BlobRef = {
  readonly customerId: string
  readonly sha256: string
  /** A restored hub may have forgotten it, whatever is remembered here. */
  readonly isDoubtful?: boolean
}

/** The hub as the engine sees it: answers are parsed, failures are values. */
export type Remote = {
  readonly push: (request: PushRequest) => Promise<Answered<PushAnswer>>
  readonly pull: (query: { readonly cursor: string; readonly limit: number }) => Promise<Answered<PullAnswer>>
  /** A 'refused' with code 'conflict' means: begin again. */
  readonly snapshot: (query: SnapshotQuery) => Promise<Answered<SnapshotPart>>
}

/** A way to hear that the hub has something new. */
export type LiveRemote<Frame = LiveFrame> = {
  /** Opens a socket; `onEnd` comes once, at the latest after `close`. */
  readonly connect: (listener: LiveListener<Frame>) => LiveSocket
  /** Waits on the hub for the next frame behind `after`. */
  readonly poll: (query: { readonly after: number; readonly waitMs: number }) => Promise<Answered<Frame>>
}
export type LiveSocket = {
  /** Does nothing while the socket is not open. */
  readonly send: (frame: LiveClientFrame) => void
  readonly close: () => void
}
export type LiveListener<Frame = LiveFrame> = {
  readonly onOpen: () => void
  readonly onFrame: (frame: Frame) => void
  readonly onEnd: (failure: Failure) => void
}
