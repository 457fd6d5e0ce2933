import { useState } from 'react'

/** The newest value there was: what is shown while the next one is on its way. */
export function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState(value)
  if (value !== null && value !== last) setLast(value)
  return value ?? last
}
