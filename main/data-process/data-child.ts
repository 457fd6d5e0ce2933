import type { Port } from '../../shared/rpc/port.ts'

/** A started data process, whichever way it runs. */
export type DataChild = {
  readonly port: Port
  /** Ends it at once; `port.close()` lets it finish what it holds. */
  readonly kill: () => void
  /** Settles with what is known about the end: an exit code or the name of a signal. */
  readonly exited: Promise<ChildExit>
}
export type ChildExit = {
  readonly reason: string
  /** Last lines of its error output, for the log. */ readonly lastWords: string
}
