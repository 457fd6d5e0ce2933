import { groupBy } from '../../shared/rules/group-by.ts'
import { learn, NO_CORRECTIONS } from '../../shared/rules/triage/corrections.ts'
import type { Corrections } from '../../shared/rules/triage/corrections.ts'
import type { TriageModel } from '../../shared/rules/triage/model.ts'
import { judge } from '../../shared/rules/triage/score.ts'
import { seededRandom } from '../../shared/demo/seeded-random.ts'
import type { Prepared } from './fit.ts'
import { shuffled } from './fit.ts'

/** Decisions of people that are taught. */
const LESSONS = 200
/** Texts of each other source that are asked again. */
const ASKED = 1000

type Shares = { readonly right: number; readonly wrong: number }

function sharesOf(model: TriageModel, corrections: Corrections, rows: readonly Prepared[]): Shares {
  let right = 0
  let wrong = 0
  for (const { example, ...read } of rows) {
    const { kind } = judge({ model, corrections }, read)
    if (kind === example.kind) right += 1
    else if (kind !== 'unsure') wrong += 1
  }
  return { right: right / Math.max(1, rows.length), wrong: wrong / Math.max(1, rows.length) }
}

function mixed(rows: readonly Prepared[], seed: number): readonly Prepared[] {
  const labelled = rows.filter(({ example }) => example.kind !== null)
  return Array.from(shuffled(labelled.length, seededRandom(seed)), at => labelled[at]).filter(
    row => row !== undefined,
  )
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/**
 * What 200 decisions about texts of one source do to a model that never saw the source: to the rest of that source, and
 * to all others. `model`: trained without `source`.
 */
export function teachingTable(model: TriageModel, rows: readonly Prepared[], source: string): string {
  const own = mixed(
    rows.filter(({ example }) => example.source === source),
    3,
  )
  const lessons = own.slice(0, LESSONS).map(({ example }, index) => ({
    ticketId: String(index),
    kind: example.kind ?? 'service',
    atMs: index,
    subject: example.subject,
    body: example.body,
  }))
  const corrections = learn(model, lessons)
  const others = groupBy(rows, ({ example }) => example.source)
  const lines = [...others].flatMap(([name, group]) => {
    if (name.startsWith('words-')) return []
    const asked = name === source ? own.slice(LESSONS) : mixed(group, 5).slice(0, ASKED)
    const [before, after] = [NO_CORRECTIONS, corrections].map(each => sharesOf(model, each, asked))
    if (!before || !after) return []
    const told = name === source ? `${name} (taught)` : name
    return [
      `| ${told} | ${asked.length} | ${percent(before.right)} | ${percent(after.right)} | ${percent(before.wrong)} | ${percent(after.wrong)} |`,
    ]
  })
  return [
    '| texts of | number | right before | right after | wrong before | wrong after |',
    '|---|--:|--:|--:|--:|--:|',
    ...lines,
  ].join('\n')
}
