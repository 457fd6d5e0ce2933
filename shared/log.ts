/** Facts only: ids, counts, codes, durations. Customer text, tokens and keys never go in. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>

export type Log = {
  readonly debug: (event: string, facts?: LogFacts) => void
  readonly info: (event: string, facts?: LogFacts) => void
  readonly warn: (event: string, facts?: LogFacts) => void
  readonly error: (event: string, facts?: LogFacts) => void
}

const nothing = (): void => {}
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing }
