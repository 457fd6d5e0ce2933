/** What the system says when the computer goes down or the user signs out of it. */
export type SystemEnd = { readonly preventDefault: () => void }

export type ShutdownDeps = {
  /** Whether to leave now; false has put the question in the window. */
  readonly mayLeave: () => boolean
  /** Brings the window to the front: a question nobody sees is none. */
  readonly showWindow: () => void
  /** A last try to send what waits. */
  readonly send: () => void
  /** Told through the system too: the desktop may already be covered. */
  readonly warn: (waiting: number) => void
  readonly waiting: () => number
}

/**
 * The computer is going down with unsent work: holds it up once, asks, and tries to send. Asked again within a moment
 * it goes: nothing is lost, what waits stands on the disk. Where the system cannot be held up, the work is as safe.
 */
export function answerShutdown(event: SystemEnd, deps: ShutdownDeps): 'held' | 'goes' {
  if (deps.mayLeave()) return 'goes'
  event.preventDefault()
  deps.send()
  deps.warn(deps.waiting())
  deps.showWindow()
  return 'held'
}
