import type { Call, Output } from '../../shared/contract/index.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { isConcerned } from './concerns.ts'
import type { Changed, LiveName } from './concerns.ts'
import { keepIdentity } from './keep-identity.ts'

export type LiveState<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: AppError }

export type LiveDeps = {
  readonly call: <Name extends LiveName>(name: Name, input: Call<Name>) => Promise<Output<Name>>
  /** Runs once before the next paint. */
  readonly nextFrame: (run: () => void) => void
  /** Runs once after so many ms. */
  readonly after: (ms: number, run: () => void) => void
  /** Ms of a clock that only goes forward. */
  readonly now: () => number
}

/** A question as it was asked. */
export type Asked = { readonly name: LiveName; readonly input: Readonly<Record<string, unknown>> }

type Entry = {
  readonly name: LiveName
  readonly input: never
  readonly listeners: Set<() => void>
  snapshot: LiveState<unknown>
  isFetching: boolean
  isStale: boolean
  askedAtMs: number
}

/** Answers kept although nobody looks at them, so that going back or on to a ticket paints at once. */
const KEPT = 240
/** When changes come without a pause, a question is asked again no sooner than this after it was asked last. */
const GAP_MS = 100
/** Questions over everything an agent has, whose answers nobody waits for: asked again no sooner than this. */
const SLOW_MS: Partial<Record<LiveName, number>> = { 'offline.pack': 2_000, 'offline.usage': 10_000 }
const RECENT_MS = 1_000
/** What the agent did shows at once: for so long after it there is no gap. */
const HURRY_MS = 400
const loading: LiveState<never> = { state: 'loading' }

const keyFor = (name: LiveName, input: object): string =>
  `${name} ${JSON.stringify(Object.entries(input).toSorted(([a], [b]) => (a < b ? -1 : 1)))}`

/** Whatever was thrown, as an error with a code. */
export function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError(ErrorCode.Internal, 'Unexpected failure')
}

/** Questions whose answers stay true: asked again, once per frame, when rows they are made of change. */
export class LiveQueries {
  readonly #deps: LiveDeps
  readonly #entries = new Map<string, Entry>()
  #isFrameAsked = false
  /** When the next question may be asked that waits for its gap; long gaps do not hold up short ones. */
  #gapEndsAtMs = Number.POSITIVE_INFINITY
  #hurriedUntilMs = 0

  constructor(deps: LiveDeps) {
    this.#deps = deps
  }

  subscribe<Name extends LiveName>(name: Name, input: Call<Name>, listener: () => void): () => void {
    const entry = this.#entryFor(name, input)
    entry.listeners.add(listener)
    if (entry.isStale) void this.#fetch(entry)
    return () => {
      entry.listeners.delete(listener)
      if (entry.listeners.size === 0) this.#prune()
    }
  }

  read<Name extends LiveName>(name: Name, input: Call<Name>): LiveState<Output<Name>> {
    return this.#entryFor(name, input).snapshot as LiveState<Output<Name>>
  }

  reload<Name extends LiveName>(name: Name, input: Call<Name>): void {
    const entry = this.#entryFor(name, input)
    entry.isStale = true
    entry.askedAtMs = Number.NEGATIVE_INFINITY
    if (entry.snapshot.state === 'failed') this.#settle(entry, loading)
    this.#askFrame()
  }

  /**
   * Asks ahead of need, so that whoever looks next paints at once. Nothing is asked again later until somebody looks.
   * Resolves when the answer is here; with null when there is none.
   */
  async warm<Name extends LiveName>(name: Name, input: Call<Name>): Promise<Output<Name> | null> {
    const entry = this.#entryFor(name, input)
    if (entry.isStale) await this.#fetch(entry)
    if (entry.snapshot.state === 'failed' && entry.listeners.size === 0) {
      entry.snapshot = loading
      entry.isStale = true
    }
    return entry.snapshot.state === 'ready' ? (entry.snapshot.value as Output<Name>) : null
  }

  /** Questions whose answers are on the screen. */
  shown(): readonly Asked[] {
    return [...this.#entries.values()]
      .filter(({ listeners }) => listeners.size > 0)
      .map(({ name, input }) => ({ name, input }))
  }

  /** What is known without asking: an answer that still stands, or was asked for less than a second ago. */
  recent<Name extends LiveName>(name: Name, input: Call<Name>): Output<Name> | null {
    const { snapshot, isStale, askedAtMs } = this.#entryFor(name, input)
    const isRecent = !isStale || this.#deps.now() - askedAtMs < RECENT_MS
    return snapshot.state === 'ready' && isRecent ? (snapshot.value as Output<Name>) : null
  }

  /** The agent did something: what follows from it shows at once, also while changes pour in. */
  hurry(): void {
    this.#hurriedUntilMs = this.#deps.now() + HURRY_MS
    this.#askSoon()
  }

  /** Shows answers otherwise until their questions are answered anew. What `change` leaves as it is stays. */
  amend<Name extends LiveName>(name: Name, change: (value: Output<Name>) => Output<Name>): void {
    for (const entry of this.#entries.values()) {
      const { name: asked, snapshot } = entry
      if (asked !== name || snapshot.state !== 'ready') continue
      const value = change(snapshot.value as Output<Name>)
      if (value !== snapshot.value) this.#show(entry, { state: 'ready', value })
    }
  }

  /** Takes a change notice. */
  changed(rows: Changed): void {
    for (const entry of this.#entries.values()) {
      if (isConcerned(entry.name, entry.input, rows)) entry.isStale = true
    }
    this.#askSoon()
  }

  /** Forgets everything: another session's rows must not show. */
  clear(): void {
    for (const [key, entry] of this.#entries) {
      if (entry.listeners.size === 0) this.#entries.delete(key)
      entry.isStale = true
      this.#show(entry, loading)
    }
    this.#askFrame()
  }

  #entryFor(name: LiveName, input: object): Entry {
    const key = keyFor(name, input)
    const known = this.#entries.get(key)
    if (known) return known
    const listeners = new Set<() => void>()
    const entry: Entry = {
      name,
      input: input as never,
      listeners,
      snapshot: loading,
      isFetching: false,
      isStale: true,
      askedAtMs: Number.NEGATIVE_INFINITY,
    }
    this.#entries.set(key, entry)
    return entry
  }

  #show(entry: Entry, snapshot: LiveState<unknown>): void {
    if (snapshot === entry.snapshot) return
    entry.snapshot = snapshot
    for (const listener of entry.listeners) listener()
  }

  #settle(entry: Entry, snapshot: LiveState<unknown>): void {
    entry.isFetching = false
    this.#show(entry, snapshot)
    if (entry.isStale) this.#askFrame()
  }

  /** One question at a time per query: a change that arrives meanwhile asks once more afterwards. */
  async #fetch(entry: Entry): Promise<void> {
    if (entry.isFetching) return
    entry.isFetching = true
    entry.isStale = false
    entry.askedAtMs = this.#deps.now()
    await this.#deps.call(entry.name, entry.input).then(
      value => {
        const previous = entry.snapshot.state === 'ready' ? entry.snapshot.value : undefined
        const kept = keepIdentity<unknown>(previous, value)
        const isSame = entry.snapshot.state === 'ready' && kept === previous
        this.#settle(entry, isSame ? entry.snapshot : { state: 'ready', value: kept })
      },
      (error: unknown) => this.#settle(entry, { state: 'failed', error: asAppError(error) }),
    )
  }

  /** In the next frame; at once after something the agent did, who is waiting for it. */
  #askSoon(): void {
    if (this.#deps.now() < this.#hurriedUntilMs) this.#askStale()
    else this.#askFrame()
  }

  #askFrame(): void {
    if (this.#isFrameAsked) return
    this.#isFrameAsked = true
    this.#deps.nextFrame(() => {
      this.#isFrameAsked = false
      this.#askStale()
    })
  }

  #askStale(): void {
    const nowMs = this.#deps.now()
    let waitMs = Number.POSITIVE_INFINITY
    for (const entry of this.#entries.values()) {
      if (!entry.isStale || entry.listeners.size === 0) continue
      const leftMs = this.#gapOf(entry.name) + entry.askedAtMs - nowMs
      if (leftMs <= 0) void this.#fetch(entry)
      else waitMs = Math.min(waitMs, leftMs)
    }
    if (waitMs < Number.POSITIVE_INFINITY) this.#waitGap(waitMs)
  }

  #gapOf(name: LiveName): number {
    return SLOW_MS[name] ?? (this.#deps.now() < this.#hurriedUntilMs ? 0 : GAP_MS)
  }

  #waitGap(ms: number): void {
    const endsAtMs = this.#deps.now() + ms
    if (this.#gapEndsAtMs <= endsAtMs) return
    this.#gapEndsAtMs = endsAtMs
    this.#deps.after(ms, () => {
      if (this.#gapEndsAtMs === endsAtMs) this.#gapEndsAtMs = Number.POSITIVE_INFINITY
      this.#askFrame()
    })
  }

  #prune(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= KEPT) return
      if (entry.listeners.size === 0 && !entry.isFetching) this.#entries.delete(key)
    }
  }
}
