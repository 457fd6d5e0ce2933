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
}

type Entry = {
  readonly name: LiveName
  readonly input: never
  readonly listeners: Set<() => void>
  snapshot: LiveState<unknown>
  isFetching: boolean
  isStale: boolean
}

/** Answers kept although nobody looks at them, so that going back to a ticket paints at once. */
const KEPT = 60
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

  constructor(deps: LiveDeps) {
    this.#deps = deps
  }

  subscribe<Name extends LiveName>(name: Name, input: Call<Name>, listener: () => void): () => void {
    const entry = this.#entryFor(name, input)
    entry.listeners.add(listener)
    if (entry.isStale) this.#fetch(entry)
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
    if (entry.snapshot.state === 'failed') this.#settle(entry, loading)
    this.#askFrame()
  }

  /** Takes a change notice. */
  changed(rows: Changed): void {
    for (const entry of this.#entries.values()) {
      if (isConcerned(entry.name, entry.input, rows)) entry.isStale = true
    }
    this.#askFrame()
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
  #fetch(entry: Entry): void {
    if (entry.isFetching) return
    entry.isFetching = true
    entry.isStale = false
    this.#deps.call(entry.name, entry.input).then(
      value => {
        const previous = entry.snapshot.state === 'ready' ? entry.snapshot.value : undefined
        const kept = keepIdentity<unknown>(previous, value)
        const isSame = entry.snapshot.state === 'ready' && kept === previous
        this.#settle(entry, isSame ? entry.snapshot : { state: 'ready', value: kept })
      },
      (error: unknown) => this.#settle(entry, { state: 'failed', error: asAppError(error) }),
    )
  }

  #askFrame(): void {
    if (this.#isFrameAsked) return
    this.#isFrameAsked = true
    this.#deps.nextFrame(() => {
      this.#isFrameAsked = false
      for (const entry of this.#entries.values()) {
        if (entry.isStale && entry.listeners.size > 0) this.#fetch(entry)
      }
    })
  }

  #prune(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= KEPT) return
      if (entry.listeners.size === 0 && !entry.isFetching) this.#entries.delete(key)
    }
  }
}
