let send: (() => void) | null = null

/** The composer on the screen says how to send what is in it; the returned function forgets it. */
export function registerSend(run: () => void): () => void {
  send = run
  return () => {
    if (send === run) send = null
  }
}

export const sendNow = (): void => send?.()
