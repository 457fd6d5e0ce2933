import { appendFile, mkdir, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Clock } from '../../shared/clock.ts'
import type { Log, LogFacts } from '../../shared/log.ts'
import { redactFacts } from '../../shared/redact.ts'

const MAX_BYTES = 1_000_000
/** tandem.log, tandem.1.log … tandem.4.log */
const KEPT_FILES = 4

export type LogFile = Log & {
  /** Settles when everything logged so far stands in the file. */
  readonly flushed: () => Promise<void>
}

/** A log of one JSON object a line. Whatever text comes in is redacted; a full or broken disk never stops the app. */
export function openLogFile(path: string, clock: Clock): LogFile {
  let size: number | null = null
  let waiting = ''
  let writes: Promise<void> = Promise.resolve()

  /** Writes what has gathered since the last write at once: a flood of lines costs few writes. */
  const append = async (): Promise<void> => {
    const lines = waiting
    waiting = ''
    if (lines === '') return
    size ??= await sizeOf(path)
    if (size > MAX_BYTES) {
      await rotate(path)
      size = 0
    }
    await mkdir(dirname(path), { recursive: true })
    await appendFile(path, lines, { mode: 0o600 })
    size += Buffer.byteLength(lines)
  }
  const write =
    (level: string) =>
    (event: string, facts: LogFacts = {}) => {
      // More than this at once is a loop somewhere; its first lines say which.
      if (waiting.length > MAX_BYTES) return
      waiting += `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...redactFacts(facts) })}\n`
      writes = writes.then(append).catch(() => {})
    }
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    flushed: () => writes,
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    found => found.size,
    () => 0,
  )
}

async function rotate(path: string): Promise<void> {
  const numbered = (number: number): string =>
    number === 0 ? path : path.replace(/\.log$/, `.${number}.log`)
  for (let number = KEPT_FILES - 1; number >= 0; number -= 1) {
    await rename(numbered(number), numbered(number + 1)).catch(() => {})
  }
}
