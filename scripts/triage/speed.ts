import type { TriageModel } from '../../shared/rules/triage/model.ts'
import { readTicket } from '../../shared/rules/triage/read-ticket.ts'
import { triage } from '../../shared/rules/triage/triage.ts'
import { probes } from './probes/probes.ts'

const LENGTHS = [100, 1000, 10_000, 100_000, 1_000_000]
const RUNS = 201

const prose = probes.map(({ body }) => body.replaceAll(/\s+/g, ' ')).join(' ')
/** Mails of people, one after the other, in five languages. */
const textOf = (length: number): string => prose.repeat(Math.ceil(length / prose.length)).slice(0, length)

type Times = { readonly median: number; readonly quick: number; readonly cpu: number }

/** Beside the wall clock the time of the processor: on a machine that does other work the wall clock counts that too. */
function timesOf(work: () => unknown): Times {
  for (let run = 0; run < RUNS; run += 1) work()
  const before = process.cpuUsage()
  const times = Array.from({ length: RUNS }, () => {
    const startedAt = performance.now()
    work()
    return performance.now() - startedAt
  }).toSorted((a, b) => a - b)
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1000 / RUNS
  return { median: times[RUNS >> 1] ?? 0, quick: times[Math.floor(RUNS / 10)] ?? 0, cpu }
}

/** How long a ticket takes by its length, beside the words and features that are looked at. */
export function speedTable(model: TriageModel): string {
  const rows = LENGTHS.map(length => {
    const body = textOf(length)
    const { tokens, features, parts, clauses } = readTicket('', body)
    const looked = [features, ...parts, ...clauses.map(clause => clause.features)]
    const count = looked.reduce((sum, { buckets }) => sum + buckets.length, 0)
    const { median, quick, cpu } = timesOf(() => triage({ subject: 'Subject', body }, { model }))
    return `| ${length.toLocaleString('en')} | ${tokens.length} | ${count} | ${quick.toFixed(2)} ms | ${median.toFixed(2)} ms | ${cpu.toFixed(2)} ms |`
  })
  return [
    '| characters | words read | features looked up | one in ten under | median | processor |',
    '|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n')
}
