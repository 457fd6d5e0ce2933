/** Takes values as they come; `atRest` waits until none is worked on or kept any more. */
export type LatestOnly<T> = {
  readonly take: (kind: string, value: T) => void
  readonly atRest: () => Promise<void>
}

/**
 * Runs `work` for values as they come, one at a time; of those that arrive meanwhile only the newest of each kind is
 * kept. A client that sends faster than they can be stored costs no more than one that does not.
 */
export function latestOnly<T>(
  work: (value: T) => Promise<void>,
  onError: (error: unknown) => void,
): LatestOnly<T> {
  const waiting = new Map<string, T>()
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [kind, value] = next.value
      waiting.delete(kind)
      await work(value).catch(onError)
    }
    running = null
  }

  return {
    take: (kind, value) => {
      waiting.set(kind, value)
      running ??= run()
    },
    atRest: async () => running ?? undefined,
  }
}
