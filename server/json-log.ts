import type { Log, LogFacts } from '../shared/log.ts'
import type { Clock } from '../shared/clock.ts'
import type { LogLevel } from './config.ts'

const ORDER = ['debug', 'info', 'warn', 'error', 'silent'] as const

type LogSink = { readonly write: (line: string) => unknown }

/**
 * One JSON object a line. Facts only (ids, counts, codes, durations): the type of `LogFacts` and the tests keep
 * customer text, addresses, tokens and request bodies out.
 */
export function jsonLog(level: LogLevel, clock: Clock, sink: LogSink): Log {
  const least = ORDER.indexOf(level)
  const at =
    (name: (typeof ORDER)[number]) =>
    (event: string, facts: LogFacts = {}) => {
      if (ORDER.indexOf(name) < least) return
      sink.write(
        `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level: name, event, ...facts })}\n`,
      )
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
