import type { Clock } from '../../shared/clock.ts'
import type { RecordsSummary } from './import-records.ts'
import type { RowProblem } from './problems.ts'

/** What an import did, for people and for exit codes. */
export type ImportSummary = {
  readonly items: number
  readonly ticketsAdded: number
  readonly messagesAdded: number
  /** Tickets that were there already. */
  readonly known: number
  readonly refused: number
  /** The signal stopped it; running the same command goes on. */
  readonly isStopped: boolean
  readonly isResumed: boolean
  readonly firstProblems: readonly RowProblem[]
}

const EVERY_MS = 2000
const RATE_DIGITS = 'en'

const number = (value: number): string => value.toLocaleString(RATE_DIGITS)

/** Says how far a long import is, at most every two seconds. */
export function progressLines(
  clock: Clock,
  line: (text: string) => void,
): (what: string, done: number, refused: number) => void {
  const startMs = clock.now()
  let saidMs = startMs
  let first: { readonly done: number; readonly atMs: number } | null = null
  let phase = ''
  return (what, done, refused) => {
    const nowMs = clock.now()
    if (what !== phase || first === null) {
      phase = what
      first = { done, atMs: nowMs }
    }
    if (nowMs - saidMs < EVERY_MS) return
    saidMs = nowMs
    const seconds = Math.max(0.001, (nowMs - first.atMs) / 1000)
    const rate = Math.round((done - first.done) / seconds)
    line(`${what}: ${number(done)} (${number(rate)} a second), ${number(refused)} refused`)
  }
}

const plural = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`

export const problemLine = ({ line, column, reason, advice }: RowProblem): string =>
  `line ${line}${column === null ? '' : `, column "${column}"`}: ${reason}. ${advice}`

function refusedLines(
  refused: number,
  firstProblems: readonly RowProblem[],
  rejectsPath: string,
): readonly string[] {
  if (refused === 0) return []
  const rest = refused - firstProblems.length
  return [
    `${plural(refused, 'row', 'rows')} refused, in full in ${rejectsPath}:`,
    ...firstProblems.map(problem => `  ${problemLine(problem)}`),
    ...(rest > 0 ? [`  … and ${number(rest)} more.`] : []),
  ]
}

/** The end of an import of records in plain words. */
export function recordLines(
  { taken, refused, unplaced, isStopped, firstProblems }: RecordsSummary,
  rejectsPath: string,
  isDryRun: boolean,
): readonly string[] {
  return [
    isDryRun
      ? `${plural(taken, 'record', 'records')} can be read; nothing was changed and no customer was looked for.`
      : `${plural(taken, 'record stands', 'records stand')} as the file says, or newer.`,
    ...(unplaced > 0
      ? [
          `${plural(unplaced, 'post waits', 'posts wait')} in the console for somebody who knows the customer.`,
        ]
      : []),
    ...(isStopped ? ['Stopped before the end. The same command again does the rest.'] : []),
    ...refusedLines(refused, firstProblems, rejectsPath),
  ]
}

/** The end of an import in plain words. */
export function summaryLines(
  summary: ImportSummary,
  rejectsPath: string,
  isDryRun: boolean,
): readonly string[] {
  const { ticketsAdded, messagesAdded, known, refused, firstProblems } = summary
  const added = `${plural(ticketsAdded, 'ticket', 'tickets')} with ${plural(messagesAdded, 'message', 'messages')}`
  const lines = [
    isDryRun
      ? `A real run would add up to ${added}; nothing was changed.`
      : `Added ${added}${known > 0 ? `; ${plural(known, 'ticket was', 'tickets were')} there already` : ''}.`,
  ]
  if (summary.isStopped) lines.push('Stopped before the end. The same command goes on from here.')
  return [...lines, ...refusedLines(refused, firstProblems, rejectsPath)]
}
