import { createReadStream } from 'node:fs'
import { BLOB_LIMIT_BYTES } from '../../shared/protocol/version.ts'
import { CSV_RECORD_LIMIT, csvRows } from './csv-rows.ts'
import type { TicketDraft } from './draft.ts'
import { draftFromRecords } from './draft-from-record.ts'
import { groupItems } from './group-items.ts'
import type { ImportPlan } from './import-options.ts'
import { JSON_VALUE_LIMIT, jsonLineRows, jsonRows, linesOf } from './json-rows.ts'
import { neededColumns } from './load-map.ts'
import type { MailDraft } from './mail-draft.ts'
import { readMail } from './mail-draft.ts'
import type { RecordMap } from './map-schema.ts'
import { splitMbox } from './mbox-splitter.ts'
import type { MboxPiece } from './mbox-splitter.ts'
import { ImportFailure } from './problems.ts'
import type { Finding, RowProblem, SourceItem } from './problems.ts'
import { digestOf, textProblem } from './row-texts.ts'
import { decode } from './text-encoding.ts'

/** Largest mail, bytes: three attachments of the largest size, encoded. */
const MAIL_LIMIT = 3 * BLOB_LIMIT_BYTES * 1.4
const LINE_LIMIT = MAIL_LIMIT

/** What comes out of a file, in its order: whole tickets, mails, and rows that stay out. */
export type ReadItem =
  | {
      readonly kind: 'ticket'
      readonly line: number
      readonly key: string
      readonly digest: string
      readonly draft: TicketDraft
      readonly raw: string
    }
  | { readonly kind: 'mail'; readonly line: number; readonly mail: MailDraft; readonly raw: string }
  | { readonly kind: 'problems'; readonly problems: readonly RowProblem[] }

const bytesOf = (path: string): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: 262_144 })

function recordItems({ file, format }: ImportPlan, map: RecordMap): AsyncGenerator<SourceItem> {
  const text = decode(bytesOf(file.path), file.encoding)
  switch (format) {
    case 'csv':
      return csvRows(text, {
        delimiter: map.csv.delimiter ?? null,
        columns: map.csv.columns ?? null,
        needed: neededColumns(map),
        path: file.path,
        recordLimit: CSV_RECORD_LIMIT,
      })
    case 'jsonl':
      return jsonLineRows(text, JSON_VALUE_LIMIT)
    case 'json':
      return jsonRows(text, { path: file.path, items: map.items, valueLimit: JSON_VALUE_LIMIT })
    case 'mbox':
      throw new ImportFailure('A mailbox needs a mapping for mbox.')
  }
}

async function* tickets(plan: ImportPlan, map: RecordMap): AsyncGenerator<ReadItem> {
  const checked = checkTexts(recordItems(plan, map), plan.file.hasBrokenBytes)
  for await (const group of groupItems(checked, map.group)) {
    if (group.kind === 'problems') {
      yield group
      continue
    }
    const { rows } = group
    const drafted = draftFromRecords(
      rows.map(({ record }) => record),
      map,
      plan.kind,
    )
    const raw = rows.map(row => row.raw).join('\n')
    const line = rows[0]?.line ?? 0
    if ('finding' in drafted) {
      yield {
        kind: 'problems',
        problems: rows.map(row => ({ line: row.line, raw: row.raw, ...drafted.finding })),
      }
    } else {
      yield { kind: 'ticket', line, key: drafted.key, digest: digestOf(raw), draft: drafted.draft, raw }
    }
  }
}

async function* checkTexts(
  items: AsyncIterable<SourceItem>,
  hasBrokenBytes: boolean,
): AsyncGenerator<SourceItem> {
  for await (const item of items) {
    const finding = item.kind === 'row' ? textProblem(item.record, item.raw, hasBrokenBytes) : null
    yield finding && item.kind === 'row'
      ? { kind: 'problem', problem: { line: item.line, raw: item.raw, ...finding } }
      : item
  }
}

const tooLong = (what: string, limit: number): Finding => ({
  column: null,
  code: 'too-long',
  reason: `${what} is larger than ${Math.floor(limit / 1_000_000)} MB`,
  advice: 'Store the large file elsewhere and leave it out of the mail.',
})

async function mailItem(piece: MboxPiece): Promise<ReadItem> {
  const { line, offset, length, text } = piece
  const problem = (finding: Finding): ReadItem => ({
    kind: 'problems',
    problems: [{ line, raw: text, ...finding }],
  })
  if (piece.kind === 'too-long') return problem(tooLong('the mail', MAIL_LIMIT))
  const read = await readMail(text, { offset, length, line })
  if ('finding' in read) return problem(read.finding)
  const large = read.mail.attachments.find(({ sizeBytes }) => sizeBytes > BLOB_LIMIT_BYTES)
  if (large) return problem({ ...tooLong('an attachment', BLOB_LIMIT_BYTES), column: large.fileName })
  // The text stays in the file: what is kept here is what somebody needs to find the mail again.
  return { kind: 'mail', line, mail: read.mail, raw: `${read.mail.messageId} ${read.mail.subject}` }
}

async function* mails({ file }: ImportPlan): AsyncGenerator<ReadItem> {
  // One character a byte: mails name their encodings themselves.
  const binary = createReadStream(file.path, {
    encoding: 'latin1',
    highWaterMark: 262_144,
  }) as AsyncIterable<string>
  for await (const piece of splitMbox(linesOf(binary, LINE_LIMIT), MAIL_LIMIT)) {
    if (piece.kind === 'no-mailbox') {
      throw new ImportFailure(
        `${file.path} is no mbox file: line ${piece.line} should begin with "From " and a date. Export the folder as mbox.`,
      )
    }
    yield await mailItem(piece)
  }
}

/** Reads a file item by item, in constant memory; the same file gives the same items in the same order. */
export const readUnits = (plan: ImportPlan): AsyncGenerator<ReadItem> =>
  plan.map.format === 'mbox' ? mails(plan) : tickets(plan, plan.map)
