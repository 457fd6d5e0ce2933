import { createReadStream } from 'node:fs'
import type { AdministrationDeps } from '../auth/administration.ts'
import { createRecords } from '../records.ts'
import { MOST_RECORDS, readRecord } from '../../shared/protocol/records.ts'
import type { RecordKind, RecordRefusal, RecordsAnswer } from '../../shared/protocol/records.ts'
import { CSV_RECORD_LIMIT, csvRows } from './csv-rows.ts'
import { inspectFile } from './inspect-file.ts'
import { JSON_VALUE_LIMIT, jsonLineRows } from './json-rows.ts'
import { nestRecords } from './nest-records.ts'
import type { Finding, RowProblem, SourceItem } from './problems.ts'
import type { RejectsFile } from './rejects-file.ts'
import { textProblem } from './row-texts.ts'
import { decode } from './text-encoding.ts'

const PROBLEMS_SHOWN = 10

export type RecordsPlan = {
  readonly path: string
  readonly format: 'csv' | 'jsonl'
  readonly kind: RecordKind
}
export type RecordsTarget = {
  /** Null: nothing is taken, everything is read. */
  readonly hub: AdministrationDeps | null
  readonly workspaceId: string
  readonly signal: AbortSignal
  readonly rejects: RejectsFile
  readonly progress: (what: string, done: number, refused: number) => void
}
export type RecordsSummary = {
  readonly taken: number
  readonly refused: number
  /** Posts among those taken whose writer nobody knows yet. */
  readonly unplaced: number
  readonly isStopped: boolean
  readonly firstProblems: readonly RowProblem[]
}

type Row = Extract<SourceItem, { kind: 'row' }>

const WORDS: Readonly<Record<RecordRefusal['problem'], Omit<Finding, 'column'>>> = {
  'not-valid': {
    code: 'value',
    reason: 'this is missing or cannot be read',
    advice: 'See what the field takes: docs/importing.md.',
  },
  'unknown-customer': {
    code: 'customer',
    reason: 'nobody here is meant',
    advice: 'Bring in the customer first, or name an address they are known by.',
  },
  'several-customers': {
    code: 'customer',
    reason: 'more than one person is meant',
    advice: 'Name the customer by id or reference, or merge the records in the console.',
  },
  'other-customer': {
    code: 'customer',
    reason: 'it belongs to somebody else',
    advice: 'Is the key used twice? Else merge the records in the console.',
  },
  'unknown-organisation': {
    code: 'organisation',
    reason: 'no organisation here is meant',
    advice: 'Bring in organisations first, or name one by its domain.',
  },
}

async function* rowsOf({ path, format, kind }: RecordsPlan): AsyncGenerator<SourceItem> {
  const { encoding, hasBrokenBytes } = await inspectFile(path, false)
  const chunks = decode(createReadStream(path, { highWaterMark: 262_144 }), encoding)
  const needed = kind === 'customer' ? [] : [['key']]
  const items =
    format === 'csv'
      ? nestRecords(
          csvRows(chunks, { delimiter: null, columns: null, needed, path, recordLimit: CSV_RECORD_LIMIT }),
        )
      : jsonLineRows(chunks, JSON_VALUE_LIMIT)
  for await (const item of items) {
    const finding = item.kind === 'row' ? textProblem(item.record, item.raw, hasBrokenBytes) : null
    if (item.kind === 'row' && finding)
      yield { kind: 'problem', problem: { line: item.line, raw: item.raw, ...finding } }
    else yield item.kind === 'row' ? { ...item, record: asKind(item.record, kind) } : item
  }
}

const asKind = (record: unknown, kind: RecordKind): unknown =>
  typeof record === 'object' && record !== null ? { ...record, kind } : record

/** What reading alone tells. */
function tried(rows: readonly Row[]): RecordsAnswer {
  const refused = rows.flatMap(({ record }, index) => {
    const read = readRecord(record)
    return 'wrong' in read ? [{ index, key: null, problem: 'not-valid' as const, field: read.wrong }] : []
  })
  return { taken: rows.length - refused.length, refused }
}

/**
 * Brings orders, invoices, products, organisations or facts of customers in by the code of `POST /v1/records`: the same file again
 * changes nothing, and a run that was stopped is begun again. Throws ImportFailure for a file that cannot be used.
 */
export async function importRecords(target: RecordsTarget, plan: RecordsPlan): Promise<RecordsSummary> {
  const { hub, workspaceId, signal, rejects, progress } = target
  const service = hub && createRecords({ ...hub, app: hub.database.app })
  const first: RowProblem[] = []
  const counts = { taken: 0, refused: 0, unplaced: 0 }
  const refuse = async (problem: RowProblem): Promise<void> => {
    counts.refused += 1
    if (first.length < PROBLEMS_SHOWN) first.push(problem)
    await rejects.add(problem)
  }
  let rows: Row[] = []
  const send = async (): Promise<void> => {
    if (rows.length === 0) return
    const sent = rows
    rows = []
    const answer = service
      ? await service.take(
          workspaceId,
          sent.map(({ record }) => record),
        )
      : tried(sent)
    counts.taken += answer.taken
    counts.unplaced += answer.unplaced ?? 0
    for (const { index, problem, field } of answer.refused) {
      const row = sent[index]
      if (row) await refuse({ line: row.line, raw: row.raw, column: field, ...WORDS[problem] })
    }
    progress('Rows read', counts.taken + counts.refused, counts.refused)
  }
  for await (const item of rowsOf(plan)) {
    if (signal.aborted) break
    if (item.kind === 'problem') await refuse(item.problem)
    else rows.push(item)
    if (rows.length === MOST_RECORDS) await send()
  }
  if (!signal.aborted) await send()
  return { ...counts, isStopped: signal.aborted, firstProblems: first }
}
