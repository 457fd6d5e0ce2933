import { useEffect, useState } from 'react'
import { now } from './clock.ts'

const leftUntil = (atMs: number): number => Math.max(0, Math.ceil((atMs - now()) / 1_000))

/** Whole seconds until a moment, counted down on the screen; 0 once it is over. */
export function useSeconds(atMs: number): number {
  const [left, setLeft] = useState(() => leftUntil(atMs))
  useEffect(() => {
    setLeft(leftUntil(atMs))
    const timer = setInterval(() => {
      const next = leftUntil(atMs)
      setLeft(next)
      if (next === 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [atMs])
  return left
}
