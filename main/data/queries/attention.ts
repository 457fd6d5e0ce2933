import { z } from 'zod'
import type { AttentionItem } from '../../../shared/contract/sync.ts'
import type { FieldConflict } from '../../../shared/mutations/define.ts'
import type { ParkedVerdict } from '../sync/outbox-store.ts'
import { all } from '../db/statement.ts'
import { describeIntent } from './ledger.ts'
import type { QueryContext } from './query-context.ts'

const PARKED = `
  SELECT o.seq, o.mutation_id, o.group_id, o.name, o.args_json, o.now_ms, o.verdict_json, o.ticket_id,
    k.number, k.subject, c.name AS customer_name
  FROM outbox o
  LEFT JOIN tickets k ON k.id = o.ticket_id
  LEFT JOIN customers c ON c.id = coalesce(o.customer_id, k.customer_id)
  WHERE o.state = 'parked' ORDER BY o.seq`

type Parked = {
  readonly mutation_id: string
  readonly group_id: string | null
  readonly name: string
  readonly args_json: string
  readonly now_ms: number
  readonly verdict_json: string | null
  readonly ticket_id: string | null
  readonly number: number | null
  readonly subject: string | null
  readonly customer_name: string | null
}

const Written = z.object({ bodyText: z.string().optional(), body: z.string().optional() })

/** The agent's own words in an intent; null when it has none. */
export function wordsOf(args: unknown): string | null {
  const written = Written.safeParse(args)
  return written.success ? (written.data.bodyText ?? written.data.body ?? null) : null
}

const verdictOf = (parked: Parked): ParkedVerdict =>
  parked.verdict_json === null ? { kind: 'group' } : (JSON.parse(parked.verdict_json) as ParkedVerdict)

/** The verdict that says most about a group: the one that is not "because of the group". */
function tellingVerdict(parked: readonly Parked[]): ParkedVerdict {
  const verdicts = parked.map(verdictOf)
  return verdicts.find(verdict => verdict.kind !== 'group') ?? { kind: 'group' }
}

type Reason = Pick<AttentionItem, 'verdict' | 'reason' | 'fields'>
function reasonOf(verdict: ParkedVerdict): Reason {
  const none: readonly FieldConflict[] = []
  switch (verdict.kind) {
    case 'conflict':
      return { verdict: 'conflict', reason: verdict.conflict.reason, fields: verdict.conflict.fields }
    case 'rejected':
      return { verdict: 'rejected', reason: verdict.code, fields: none }
    case 'gone':
      return { verdict: 'gone', reason: verdict.table, fields: none }
    case 'failed':
      return { verdict: 'failed', reason: verdict.code, fields: none }
    case 'group':
      return { verdict: 'failed', reason: 'group', fields: none }
  }
}

function itemFrom(parked: readonly Parked[]): readonly AttentionItem[] {
  const [first] = parked
  if (!first) return []
  const intents = parked.map(each => ({ ...each, args: JSON.parse(each.args_json) as unknown }))
  return [
    {
      mutationIds: parked.map(each => each.mutation_id),
      ticketId: first.ticket_id,
      number: first.number,
      subject: first.subject,
      customerName: first.customer_name,
      intents: intents.map(each => ({
        mutationId: each.mutation_id,
        name: each.name,
        description: describeIntent(each.name, each.args),
      })),
      ...reasonOf(tellingVerdict(parked)),
      words: intents.map(each => wordsOf(each.args)).find(words => words !== null) ?? null,
      writtenAtMs: first.now_ms,
    },
  ]
}

/** What the hub did not take, oldest first; a group is one item. */
export function listAttention({ db }: QueryContext): readonly AttentionItem[] {
  const parked = all<Parked>(db, PARKED)
  const groups = Map.groupBy(parked, each => each.group_id ?? each.mutation_id)
  return [...groups.values()].flatMap(group => itemFrom(group))
}
