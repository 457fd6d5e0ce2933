import type { IssueFact, MessageFact } from './facts.ts'

export const RISING_PERIOD_MS = 3_600_000
/** So many tickets within the period make an issue one that rises. */
export const RISING_FROM = 5

type Mention = { readonly ticketId: string; readonly atMs: number; readonly issueId: string }
export type Rising = {
  readonly issueId: string
  readonly ticketIds: readonly string[]
  readonly sinceMs: number
}

const OVER: ReadonlySet<string> = new Set(['fixed', 'wont-fix'])

/** Tickets of the last hour in which customers quote the error code of a known issue. */
export class Mentions {
  #issues: readonly IssueFact[] = []
  readonly #mentions = new Map<string, Mention>()

  setIssues(issues: readonly IssueFact[]): void {
    this.#issues = issues.filter(({ state, codes }) => !OVER.has(state) && codes.length > 0)
  }

  put({ id, ticketId, acceptedAtMs, text }: MessageFact): void {
    const words = text?.toLowerCase() ?? ''
    if (words === '') return
    const found = this.#issues.find(({ codes }) => codes.some(code => words.includes(code.toLowerCase())))
    if (found) this.#mentions.set(id, { ticketId, atMs: acceptedAtMs, issueId: found.id })
  }

  remove(messageId: string): void {
    this.#mentions.delete(messageId)
  }

  forget(nowMs: number): void {
    for (const [id, { atMs }] of this.#mentions)
      if (atMs <= nowMs - RISING_PERIOD_MS) this.#mentions.delete(id)
  }

  rising(nowMs: number): readonly Rising[] {
    const recent = [...this.#mentions.values()].filter(({ atMs }) => atMs > nowMs - RISING_PERIOD_MS)
    return [...Map.groupBy(recent, ({ issueId }) => issueId)]
      .map(([issueId, mentions]) => ({
        issueId,
        ticketIds: [...new Set(mentions.map(({ ticketId }) => ticketId))].toSorted(),
        sinceMs: Math.min(...mentions.map(({ atMs }) => atMs)),
      }))
      .filter(({ ticketIds }) => ticketIds.length >= RISING_FROM)
  }
}
