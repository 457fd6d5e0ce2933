import type { ChangedRows } from '../../shared/contract/events.ts'
import type { Call, Output } from '../../shared/contract/index.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { isConcerned } from './concerns.ts'
import type { LiveName } from './concerns.ts'
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

export type LiveQueries = {
  readonly subscribe: <Name extends LiveName>(name: Name, input: Call<Name>, listener: () => void) => () => void
  readonly read: <Name extends LiveName>(name: Name, input: Call<Name>) => LiveState<Output<Name>>
  readonly reload: <Name extends LiveName>(name: Name, input: Call<Name>) => void
  /** Takes a change notice; queries it concerns are asked again once per frame. */
  readonly changed: (rows: ChangedRows) => void
  /** Forgets everything: another session's rows must not show. */
  readonly clear: () => void
}

export function createLiveQueries({ call, nextFrame }: LiveDeps): LiveQueries {
  const entries = new Map<string, Entry>()
  let isFrameAsked = false

  function entryFor(name: LiveName, input: object): Entry {
    const key = keyFor(name, input)
    const known = entries.get(key)
    if (known) return known
    const entry: Entry = {
      name,
      input: input as never,
      listeners: new Set(),
      snapshot: loading,
      isFetching: false,
      isStale: true,
    }
    entries.set(key, entry)
    return entry
  }

  function settle(entry: Entry, snapshot: LiveState<unknown>): void {
    entry.isFetching = false
    if (snapshot !== entry.snapshot) {
      entry.snapshot = snapshot
      for (const listener of entry.listeners) listener()
    }
    if (entry.isStale && entry.listeners.size > 0) askFrame()
  }

  /** One question at a time per query: a change that arrives meanwhile asks once more afterwards. */
  function fetch(entry: Entry): void {
    if (entry.isFetching) return
    entry.isFetching = true
    entry.isStale = false
    call(entry.name, entry.input).then(
      value => {
        const previous = entry.snapshot.state === 'ready' ? entry.snapshot.value : undefined
        const kept = keepIdentity<unknown>(previous, value)
        const isSame = entry.snapshot.state === 'ready' && kept === previous
        settle(entry, isSame ? entry.snapshot : { state: 'ready', value: kept })
      },
      (error: unknown) => settle(entry, { state: 'failed', error: asAppError(error) }),
    )
  }

  function askFrame(): void {
    if (isFrameAsked) return
    isFrameAsked = true
    nextFrame(() => {
      isFrameAsked = false
      for (const entry of entries.values()) if (entry.isStale && entry.listeners.size > 0) fetch(entry)
    })
  }

  function prune(): void {
    for (const [key, entry] of entries) {
      if (entries.size <= KEPT) return
      if (entry.listeners.size === 0 && !entry.isFetching) entries.delete(key)
    }
  }

  return {
    subscribe: (name, input, listener) => {
      const entry = entryFor(name, input)
      entry.listeners.add(listener)
      if (entry.isStale) fetch(entry)
      return () => {
        entry.listeners.delete(listener)
        if (entry.listeners.size === 0) prune()
      }
    },
    read: (name, input) => entryFor(name, input).snapshot as LiveState<never>,
    reload: (name, input) => {
      const entry = entryFor(name, input)
      entry.isStale = true
      if (entry.snapshot.state === 'failed') settle(entry, loading)
      else askFrame()
    },
    changed: rows => {
      let isAnyStale = false
      for (const entry of entries.values()) {
        if (entry.isStale && !entry.isFetching) continue
        if (!isConcerned(entry.name, entry.input, rows)) continue
        entry.isStale = true
        isAnyStale = true
      }
      if (isAnyStale) askFrame()
    },
    clear: () => {
      for (const [key, entry] of entries) {
        if (entry.listeners.size === 0) entries.delete(key)
        else {
          entry.snapshot = loading
          entry.isStale = true
          for (const listener of entry.listeners) listener()
        }
      }
      askFrame()
    },
  }
}

/** Whatever was thrown, as an error with a code. */
export function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError(ErrorCode.Internal, 'Unexpected failure')
}
