import { UNSURE_BELOW } from '../../shared/rules/triage/score.ts'
import type { TicketKind } from '../../shared/rules/work-kind.ts'
import type { Answer } from './evaluate.ts'
import { byKeywords } from './keyword-baseline.ts'
import type { Bin } from './calibrate.ts'
import { labelMaps } from './label-map.ts'

const percent = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`)

type Cell = { readonly source: string; readonly language: string; readonly kind: TicketKind }
const cellKey = ({ source, language, kind }: Cell): string => [source, language, kind].join('\n')

/** How one kind of one source came out: right, unsure, called both or neither side's, wrong; and what keywords make of it. */
function row(cell: Cell, answers: readonly Answer[]): string {
  const count = (is: (each: Answer) => boolean): string => percent(answers.filter(is).length, answers.length)
  const { kind } = cell
  const isNear = (each: Answer): boolean =>
    each.kind !== 'unsure' && each.kind !== kind && (each.kind === 'both' || kind === 'both')
  const isWrong = (each: Answer): boolean => each.kind !== 'unsure' && each.kind !== kind && !isNear(each)
  const cells = [
    cell.source,
    cell.language,
    kind,
    String(answers.length),
    count(each => each.kind === kind),
    count(each => each.kind === 'unsure'),
    count(isNear),
    count(isWrong),
    count(each => each.likeliest === kind),
    count(each => byKeywords(`${each.example.subject}\n${each.example.body}`) === kind),
  ]
  return `| ${cells.join(' | ')} |`
}

const HEAD = [
  '| tested on | language | kind | texts | right | unsure | half right | wrong | likeliest right | keywords right |',
  '|---|---|---|--:|--:|--:|--:|--:|--:|--:|',
]

/** Answers by source, language and kind. Half right: "both" for one kind, or one kind for "both". */
export function resultTable(answers: readonly Answer[]): string {
  const groups = new Map<string, { cell: Cell; answers: Answer[] }>()
  for (const each of answers) {
    const { source, language, kind } = each.example
    if (kind === null) continue
    const cell = { source, language, kind }
    const group = groups.get(cellKey(cell)) ?? { cell, answers: [] }
    group.answers.push(each)
    groups.set(cellKey(cell), group)
  }
  return [...HEAD, ...[...groups.values()].map(group => row(group.cell, group.answers))].join('\n')
}

/** Confidence against what was right; each bin with its share of all. */
export function reliabilityTable(bins: readonly Bin[]): string {
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  const rows = bins
    .filter(({ count }) => count > 0)
    .map(
      ({ from, count, said, right }) =>
        `| ${from.toFixed(1)} to ${(from + 0.1).toFixed(1)} | ${percent(count, total)} | ${percent(said, 1)} | ${percent(right, 1)} |`,
    )
  return ['| confidence | share of texts | said | right |', '|---|--:|--:|--:|', ...rows].join('\n')
}

const THRESHOLDS = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

/** What each threshold of "unsure" would mean: how much is answered, and how much of that is right. */
export function thresholdTable(
  told: readonly { confidence: number; isRight: boolean; weight: number }[],
): string {
  const total = told.reduce((sum, { weight }) => sum + weight, 0)
  const rows = THRESHOLDS.map(threshold => {
    const said = told.filter(({ confidence }) => confidence >= threshold)
    const count = said.reduce((sum, { weight }) => sum + weight, 0)
    const right = said.reduce((sum, { weight, isRight }) => sum + (isRight ? weight : 0), 0)
    const mark = threshold === UNSURE_BELOW ? ' (used)' : ''
    return `| ${threshold.toFixed(1)}${mark} | ${percent(count, total)} | ${percent(right, count)} |`
  })
  return ['| unsure below | answered | of these right |', '|---|--:|--:|', ...rows].join('\n')
}

/** The label maps with their reasons. */
export function labelTable(): string {
  const rows = labelMaps.flatMap(({ source, rest, restWhy, named }) => [
    ...named.map(
      ({ labels, kind, why }) => `| ${source} | ${labels.join(', ')} | ${kind ?? 'left out'} | ${why} |`,
    ),
    `| ${source} | all others | ${rest ?? 'left out'} | ${restWhy} |`,
  ])
  return ['| source | labels | kind | why |', '|---|---|---|---|', ...rows].join('\n')
}
