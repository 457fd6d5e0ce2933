import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Call, Output } from '../../shared/contract/index.ts'
import type { LiveName } from './concerns.ts'
import { live } from './live.ts'
import type { LiveState } from './live-queries.ts'

export type Live<T> = LiveState<T> & { readonly reload: () => void }

const idle: LiveState<never> = { state: 'loading' }
const nothing = (): void => undefined

/** Same object as long as it says the same. Inputs are small, plain JSON. */
function useSame<T>(value: T): T {
  const text = JSON.stringify(value)
  return useMemo(() => JSON.parse(text) as T, [text])
}

/** Rows as they stand, asked again when they change. A null input asks nothing and stays loading. */
export function useLiveQuery<Name extends LiveName>(
  name: Name,
  input: Call<Name> | null,
): Live<Output<Name>> {
  const same = useSame(input)
  const subscribe = useCallback(
    (listener: () => void) => (same === null ? nothing : live.subscribe(name, same, listener)),
    [name, same],
  )
  const read = useCallback(
    (): LiveState<Output<Name>> => (same === null ? idle : live.read(name, same)),
    [name, same],
  )
  const snapshot = useSyncExternalStore(subscribe, read)
  return useMemo(
    () => ({ ...snapshot, reload: () => (same === null ? undefined : live.reload(name, same)) }),
    [snapshot, name, same],
  )
}

/** The value of a query once there is one; the last one while a failed query is asked again. */
export function useLiveValue<Name extends LiveName>(
  name: Name,
  input: Call<Name> | null,
): Output<Name> | null {
  const answer = useLiveQuery(name, input)
  return answer.state === 'ready' ? answer.value : null
}
