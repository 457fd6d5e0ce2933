import { useDeferredValue } from 'react'

/** False in the first paint, true behind it: for what the first paint must not wait for. */
export const useIsLater = (): boolean => useDeferredValue(true, false)
