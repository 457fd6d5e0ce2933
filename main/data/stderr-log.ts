import { writeSync } from 'node:fs'
import type { Log, LogFacts } from '../../shared/log.ts'
import { redactFacts } from '../../shared/redact.ts'

const STDERR = 2

function line(level: string, event: string, facts: LogFacts = {}): void {
  try {
    writeSync(STDERR, `${JSON.stringify({ level, event, ...redactFacts(facts) })}\n`)
  } catch {
    // Nobody reads any more: the parent is gone and this process will end.
  }
}

/** Last words for main's log file, which keeps the end of this process's error output. */
export const stderrLog: Log = {
  debug: () => {},
  info: () => {},
  warn: (event, facts) => line('warn', event, facts),
  error: (event, facts) => line('error', event, facts),
}
