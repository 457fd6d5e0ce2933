/** A promise that others wait for and one owner settles, once. */
export type Gate = {
  readonly opened: Promise<void>
  readonly unlock: () => void
  readonly fail: (error: Error) => void
}

export function createGate(): Gate {
  let unlock: () => void = () => {}
  let fail: (error: Error) => void = () => {}
  const opened = new Promise<void>((resolve, reject) => {
    unlock = resolve
    fail = reject
  })
  // Nobody may be waiting when it fails; whoever waits still gets the error.
  opened.catch(() => {})
  return { opened, unlock, fail }
}
