import type { AfterSend } from '../stores/composer-store.ts'

/** Sends what is in the composer; named, it does that with the thread this once instead of what is remembered. */
type Send = (choice?: AfterSend) => void
let send: Send | null = null

/** The composer on the screen says how to send what is in it; the returned function forgets it. */
export function registerSend(run: Send): () => void {
  send = run
  return () => {
    if (send === run) send = null
  }
}

export const sendNow: Send = choice => send?.(choice)
