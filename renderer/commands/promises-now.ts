let toggle: (() => void) | null = null

/** The composer on the screen says what to do about the promises in it; the returned function forgets it. */
export function registerPromises(run: () => void): () => void {
  toggle = run
  return () => {
    if (toggle === run) toggle = null
  }
}

export const hasPromises = (): boolean => toggle !== null
export const promisesNow = (): void => toggle?.()
