/** One end of a message channel: a forked process, a utility process, a worker, a pair in memory. */
export type Port = {
  /** Sends a structured-clonable message. To a closed port it does nothing. */
  readonly post: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** Called once when the other side is gone, also for listeners that come after that. */
  readonly onClose: (listener: () => void) => void
  /** Lets the other side finish what it holds; afterwards nothing arrives any more. */
  readonly close: () => void
}
