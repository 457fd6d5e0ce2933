import type { LedgerLine } from '../../../shared/contract/sync.ts'
import { isMutationName, mutationByName } from '../../../shared/mutations/index.ts'
import { parseArgs } from '../../../shared/mutations/decide.ts'
import type { Description } from '../../../shared/mutations/define.ts'
import { all } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'

type Line = {
  readonly mutation_id: string
  readonly group_id: string | null
  readonly name: string
  readonly args_json: string
  readonly ticket_id: string | null
  readonly now_ms: number
  readonly state: string
  readonly attempts: number
  readonly accepted_at_ms: number | null
}

const WAITING = `
  SELECT mutation_id, group_id, name, args_json, ticket_id, now_ms, state, attempts, NULL AS accepted_at_ms
  FROM outbox WHERE is_quiet = 0 ORDER BY seq DESC LIMIT ?`
const LEFT = `
  SELECT mutation_id, group_id, name, args_json, ticket_id, now_ms, 'accepted' AS state, 0 AS attempts, accepted_at_ms
  FROM outbox_done WHERE is_quiet = 0 ORDER BY seq DESC LIMIT ?`

/** What an intent says of itself; an intent of another version is named only. */
export function describeIntent(name: string, args: unknown): Description {
  const unknown: Description = { key: 'describe.unknown', values: { name } }
  if (!isMutationName(name)) return unknown
  const mutation = mutationByName(name)
  const parsed = parseArgs(mutation, args)
  return parsed ? mutation.describe(parsed.args) : unknown
}

const states: Readonly<Record<string, LedgerLine['state']>> = {
  sending: 'sending',
  parked: 'parked',
  accepted: 'accepted',
}

/** What waits on this laptop, then what has left it, each newest first. */
export function readLedger({ db }: QueryContext, limit: number): readonly LedgerLine[] {
  const waiting = all<Line>(db, WAITING, [limit])
  const left = waiting.length < limit ? all<Line>(db, LEFT, [limit - waiting.length]) : []
  return [...waiting, ...left].map(line => ({
    mutationId: line.mutation_id,
    groupId: line.group_id,
    name: line.name,
    description: describeIntent(line.name, JSON.parse(line.args_json)),
    ticketId: line.ticket_id,
    state: states[line.state] ?? 'here',
    writtenAtMs: line.now_ms,
    acceptedAtMs: line.accepted_at_ms,
    attempts: line.attempts,
  }))
}
