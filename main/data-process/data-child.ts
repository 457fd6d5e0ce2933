import type { Port } from '../../shared/rpc/port.ts'

/** A started data process, whichever way it runs. */
export type DataChild = {
  readonly port: Port
  /** Ends it at once; `port.close()` lets it finish what it holds. */
  readonly kill: () => void
  /** Settles with what is known about the end: an exit code or the name of a signal. */
  readonly exited: Promise<ChildExit>
  /** Hears each line of its error output: its warnings, one JSON object a line. */
  readonly onErrorLine: (listener: (line: string) => void) => void
}
export type ChildExit = {
  readonly reason: string
  /** Last lines of its error output, for the log. */ readonly lastWords: string
}
