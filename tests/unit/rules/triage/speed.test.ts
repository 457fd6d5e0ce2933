import { expect, test } from 'vitest'
import { readTicket } from '../../../../shared/rules/triage/read-ticket.ts'
import { triage } from '../../../../shared/rules/triage/triage.ts'
import { probes } from '../../../../scripts/triage/probes/probes.ts'

const prose = probes.map(({ body }) => body.replaceAll(/\s+/g, ' ')).join(' ')
/** Mails of people, one after the other, in five languages. */
const textOf = (length: number): string => prose.repeat(Math.ceil(length / prose.length)).slice(0, length)

/** What the model looks at: every feature of the whole, of each sentence and of each clause, once for either side. */
function lookUps(body: string): number {
  const { features, parts, clauses } = readTicket('', body)
  const looked = [features, ...parts, ...clauses.map(clause => clause.features)]
  return 2 * looked.reduce((sum, { buckets }) => sum + buckets.length, 0)
}

const RUNS = 61
/** What a quarter of the runs stay under: the others were interrupted where a machine does more than it has cores for. */
const quick = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 2] ?? 0

function took(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

/**
 * A measure of the machine as it is at this moment: the least any reading costs, the words of a text cut out and put into
 * small letters, so often that it takes about as long as a ticket.
 */
const bareText = textOf(4000)
function bare(): void {
  for (let round = 0; round < 4; round += 1) {
    for (const [word] of bareText.matchAll(/\p{L}+/gu)) word.toLowerCase()
  }
}
/** What `bare` takes on a machine of today with nothing else to do, in ms. */
const BARE_MS = 0.35
const LIMIT_MS = 2

test.each([100, 1000, 10_000, 100_000])(
  'a ticket of %i characters takes less than two milliseconds',
  length => {
    const body = textOf(length)
    expect(lookUps(body)).toBeLessThan(20_000)
    for (let run = 0; run < 100; run += 1) triage({ subject: 'Subject', body })
    for (let run = 0; run < 100; run += 1) bare()
    // Turn by turn, so that both are interrupted alike; a busy machine stretches the limit, nothing shortens it.
    const runs = Array.from({ length: RUNS }, () => ({
      bare: took(bare),
      ticket: took(() => triage({ subject: 'Subject', body })),
    }))
    const stretch = Math.max(1, quick(runs.map(run => run.bare)) / BARE_MS)
    expect(quick(runs.map(run => run.ticket))).toBeLessThan(LIMIT_MS * stretch)
  },
)

test('beyond what is looked at, a longer mail costs no more work', () => {
  const work = [10_000, 100_000, 1_000_000].map(textOf).map(lookUps)
  expect(new Set(work).size).toBe(1)
  expect(lookUps(textOf(1000))).toBeLessThan(work[0] ?? 0)
})
