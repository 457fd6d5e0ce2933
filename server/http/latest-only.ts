/**
 * Runs `work` for values as they come, one at a time; of those that arrive meanwhile only the newest of each kind is
 * kept. A client that sends faster than they can be stored costs no more than one that does not.
 */
export function latestOnly<T>(
  work: (value: T) => Promise<void>,
  onError: (error: unknown) => void,
): (kind: string, value: T) => void {
  const waiting = new Map<string, T>()
  let isRunning = false

  async function run(): Promise<void> {
    isRunning = true
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [kind, value] = next.value
      waiting.delete(kind)
      await work(value).catch(onError)
    }
    isRunning = false
  }

  return (kind, value) => {
    waiting.set(kind, value)
    if (!isRunning) void run()
  }
}
