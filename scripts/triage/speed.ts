import type { TriageModel } from '../../shared/rules/triage/model.ts'
import { readTicket } from '../../shared/rules/triage/read-ticket.ts'
import { triage } from '../../shared/rules/triage/triage.ts'
import { probes } from './probes/probes.ts'

const LENGTHS = [100, 1000, 10_000, 100_000, 1_000_000]
const RUNS = 400
const WARM_UP_RUNS = 128
const WARM_UP_REFERENCES = 24

const prose = probes.map(({ body }) => body.replaceAll(/\s+/g, ' ')).join(' ')
/** Mails of people, one after the other, in five languages. */
export const textOf = (length: number): string =>
  prose.repeat(Math.ceil(length / prose.length)).slice(0, length)

const REFERENCE_TEXT = textOf(4000)
const REFERENCE_ROUNDS = 24
/**
 * A measure of the machine as it is at this moment: the least any reading costs, the words of a text cut out and put into
 * small letters, so often that it takes two milliseconds on a machine of today that has nothing else to do.
 */
export function referenceWork(): void {
  for (let round = 0; round < REFERENCE_ROUNDS; round += 1) {
    for (const [word] of REFERENCE_TEXT.matchAll(/\p{L}+/gu)) word.toLowerCase()
  }
}

/** Wall clock of one run in ms; null where the system took the processor away in it, as it counts itself. */
function took(work: () => unknown): number | null {
  const before = process.resourceUsage().involuntaryContextSwitches
  const startedAt = performance.now()
  work()
  const time = performance.now() - startedAt
  return process.resourceUsage().involuntaryContextSwitches === before ? time : null
}

/** What `share` of the runs stayed under, 0 to 1. */
const under = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0

/** Times in ms of the wall clock, of the runs that were not interrupted. `slow`: what 95 of 100 of them stay under. */
export type Times = { readonly median: number; readonly slow: number; readonly reference: number }

/** It ends then with the runs it has: on a busy machine most are interrupted. */
const LONGEST_MS = 6000

/**
 * Times a ticket after warming up, turn by turn with the reference, so that both find the machine alike; until `runs` of
 * either were not interrupted. `work` is told which run it is.
 */
export function timesOf(work: (run: number) => unknown, runs: number = RUNS): Times {
  for (let run = 0; run < WARM_UP_RUNS; run += 1) work(run)
  for (let run = 0; run < WARM_UP_REFERENCES; run += 1) referenceWork()
  const tickets: number[] = []
  const references: number[] = []
  const until = performance.now() + LONGEST_MS
  for (let run = 0; Math.min(tickets.length, references.length) < runs; run += 1) {
    if (performance.now() > until) break
    const reference = took(referenceWork)
    const ticket = took(() => work(run))
    if (reference !== null) references.push(reference)
    if (ticket !== null) tickets.push(ticket)
  }
  return { median: under(tickets, 0.5), slow: under(tickets, 0.95), reference: under(references, 0.95) }
}

const ms = (value: number): string => `${value.toFixed(2)} ms`
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

function readingOf(body: string): readonly [words: number, features: number] {
  const { tokens, features, parts, clauses } = readTicket('', body)
  const looked = [features, ...parts, ...clauses.map(clause => clause.features)]
  return [tokens.length, looked.reduce((sum, { buckets }) => sum + buckets.length, 0)]
}

/** How long a ticket takes by its length, beside the words and features that are looked at. */
export function speedTable(model: TriageModel): string {
  const whole = timesOf(run => triage(probes[run % probes.length] ?? { subject: '', body: '' }, { model }))
  const rows = LENGTHS.map(length => {
    const body = textOf(length)
    const { median, slow, reference } = timesOf(() => triage({ subject: 'Subject', body }, { model }))
    return row([length.toLocaleString('en'), ...readingOf(body), ms(median), ms(slow), ms(reference)])
  })
  return [
    '| characters | words read | features looked up | median | 95 of 100 under | reference: 95 of 100 under |',
    '|--:|--:|--:|--:|--:|--:|',
    row(['the probe mails', '', '', ms(whole.median), ms(whole.slow), ms(whole.reference)]),
    ...rows,
  ].join('\n')
}
