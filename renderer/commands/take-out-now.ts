let takeOut: (() => void) | null = null

/** What is being written says how personal data is taken out of it; the returned function forgets it. */
export function registerTakeOut(run: () => void): () => void {
  takeOut = run
  return () => {
    if (takeOut === run) takeOut = null
  }
}

export const hasPersonal = (): boolean => takeOut !== null
export const takeOutNow = (): void => takeOut?.()
