import type { LedgerLine } from '../../../shared/contract/sync.ts'
import { isMutationName, mutationByName } from '../../../shared/mutations/index.ts'
import { parseArgs } from '../../../shared/mutations/decide.ts'
import type { Description } from '../../../shared/mutations/define.ts'
import { all } from '../db/statement.ts'
import { actState } from './act-state.ts'
import type { Standing } from './act-state.ts'
import type { QueryContext } from './query-context.ts'

type Line = Standing & {
  readonly mutation_id: string
  readonly group_id: string | null
  readonly name: string
  readonly args_json: string
  readonly ticket_id: string | null
  readonly number: number | null
  readonly subject: string | null
  readonly message_id: string | null
  readonly now_ms: number
  readonly attempts: number
  readonly accepted_at_ms: number | null
  readonly delivered_at_ms: number | null
}

type Source = 'outbox' | 'outbox_done'

/** An act with its ticket, and the message it made: a reply, or a new ticket that began with one. */
const linesOf = (from: Source, standing: string): string => `
  SELECT ${from}.mutation_id, ${from}.group_id, ${from}.name, ${from}.args_json, ${from}.ticket_id, k.number, k.subject,
    m.id AS message_id, ${from}.now_ms, m.delivery, m.delivered_at_ms, ${standing}
  FROM ${from}
  LEFT JOIN tickets k ON k.id = ${from}.ticket_id
  LEFT JOIN messages m ON m.id = coalesce(json_extract(${from}.args_json, '$.messageId'),
    json_extract(${from}.args_json, '$.message.id'))
  WHERE ${from}.is_quiet = 0 ORDER BY ${from}.seq DESC LIMIT ?`
const WAITING = linesOf('outbox', 'state, attempts, was_sent, held_until_ms, NULL AS accepted_at_ms')
const LEFT = linesOf(
  'outbox_done',
  `'accepted' AS state, 0 AS attempts, 1 AS was_sent, NULL AS held_until_ms, outbox_done.accepted_at_ms`,
)

/** What an intent says of itself; an intent of another version is named only. */
export function describeIntent(name: string, args: unknown): Description {
  const unknown: Description = { key: 'describe.unknown', values: { name } }
  if (!isMutationName(name)) return unknown
  const mutation = mutationByName(name)
  const parsed = parseArgs(mutation, args)
  return parsed ? mutation.describe(parsed.args) : unknown
}

function lineFrom(line: Line): LedgerLine {
  const state = actState(line)
  return {
    mutationId: line.mutation_id,
    groupId: line.group_id,
    name: line.name,
    description: describeIntent(line.name, JSON.parse(line.args_json)),
    ticketId: line.ticket_id,
    messageId: line.message_id,
    number: line.number,
    subject: line.subject,
    state,
    writtenAtMs: line.now_ms,
    acceptedAtMs: line.accepted_at_ms,
    deliveredAtMs: state === 'delivered' || state === 'bounced' ? line.delivered_at_ms : null,
    restsUntilMs: state === 'resting' ? line.held_until_ms : null,
    attempts: line.attempts,
  }
}

/** What waits on this laptop, then what has left it, each newest first. */
export function readLedger({ db }: QueryContext, limit: number): readonly LedgerLine[] {
  const waiting = all<Line>(db, WAITING, [limit])
  const left = waiting.length < limit ? all<Line>(db, LEFT, [limit - waiting.length]) : []
  return [...waiting, ...left].map(lineFrom)
}
