import type { Readable } from 'node:stream'

const KEPT_CHARACTERS = 2000

export type ErrorOutput = {
  /** The end of what was written, also a line that was cut off by the process's death. */
  readonly lastWords: () => string
  readonly onLine: (listener: (line: string) => void) => void
}

/** Reads a process's error output, which also keeps its pipe from filling up. */
export function readErrorOutput(stream: Readable | null): ErrorOutput {
  const listeners = new Set<(line: string) => void>()
  let kept = ''
  let unfinished = ''
  stream?.setEncoding('utf8').on('data', (text: string) => {
    kept = (kept + text).slice(-KEPT_CHARACTERS)
    const lines = (unfinished + text).split('\n')
    unfinished = (lines.pop() ?? '').slice(-KEPT_CHARACTERS)
    for (const line of lines) for (const listener of listeners) listener(line)
  })
  return { lastWords: () => kept, onLine: listener => void listeners.add(listener) }
}
