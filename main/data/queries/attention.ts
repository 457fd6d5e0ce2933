import { z } from 'zod'
import type { AttentionAct, AttentionItem } from '../../../shared/contract/sync.ts'
import { suggestMerge } from '../../../shared/mutations/suggest-merge.ts'
import type { ParkedVerdict } from '../sync/outbox-store.ts'
import { all } from '../db/statement.ts'
import { describeIntent } from './ledger.ts'
import { namedByPerson } from './person-names.ts'
import type { QueryContext } from './query-context.ts'
import { writtenSince } from './since-messages.ts'
import type { SeenNotes } from './since-messages.ts'

const PARKED = `
  SELECT o.seq, o.mutation_id, o.group_id, o.name, o.args_json, o.now_ms, o.verdict_json, o.ticket_id,
    k.number, k.subject, coalesce(o.customer_id, k.customer_id) AS customer_id, c.name AS customer_name
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
  readonly customer_id: string | null
  readonly customer_name: string | null
}

const Written = z.object({ bodyText: z.string().optional(), body: z.string().optional() })
const Seen = z.object({
  seenUpToSeq: z.number(),
  seenNotes: z.object({ sinceMs: z.number(), ids: z.array(z.string()) }).optional(),
})

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

type Reason = Pick<AttentionAct, 'verdict' | 'reason' | 'fields'>
function reasonOf(verdict: ParkedVerdict): Reason {
  const none: AttentionAct['fields'] = []
  switch (verdict.kind) {
    case 'conflict': {
      const fields = verdict.conflict.fields
        .filter(({ table, field }) => table !== 'messages' && !(table === 'notes' && field === 'createdAtMs'))
        .map(conflict => ({ ...conflict, suggestion: suggestMerge(conflict) }))
      return { verdict: 'conflict', reason: verdict.conflict.reason, fields }
    }
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

/** A group, or an intent alone. */
type Unit = { readonly parked: readonly Parked[]; readonly args: readonly unknown[] }
const unitOf = (parked: readonly Parked[]): Unit => ({
  parked,
  args: parked.map(({ args_json }) => JSON.parse(args_json) as unknown),
})

function actFrom({ parked, args }: Unit): AttentionAct {
  return {
    mutationIds: parked.map(each => each.mutation_id),
    intents: parked.map((each, index) => ({
      mutationId: each.mutation_id,
      name: each.name,
      description: describeIntent(each.name, args[index]),
    })),
    ...reasonOf(tellingVerdict(parked)),
    words: args.map(wordsOf).find(words => words !== null) ?? null,
    canBeNote: parked.some(({ name, subject }) => name === 'ticket.reply' && subject !== null),
    writtenAtMs: parked[0]?.now_ms ?? 0,
  }
}

const ABOUT_MESSAGES: ReadonlySet<string> = new Set(['newer-messages', 'customer-wrote'])

type SeenBefore = { readonly seenUpToSeq: number; readonly seenNotes: SeenNotes | null }

/** What the held act that has seen least had seen; null when none was held because of what was written. */
function seenBefore(units: readonly Unit[], acts: readonly AttentionAct[]): SeenBefore | null {
  const seen = units
    .filter((_unit, index) => ABOUT_MESSAGES.has(acts[index]?.reason ?? ''))
    .flatMap(({ args }) => args.flatMap(each => Seen.safeParse(each).data ?? []))
  if (seen.length === 0) return null
  const notes = seen.flatMap(({ seenNotes }) => seenNotes ?? [])
  const seenNotes = notes.toSorted((a, b) => a.ids.length - b.ids.length)[0] ?? null
  return { seenUpToSeq: Math.min(...seen.map(({ seenUpToSeq }) => seenUpToSeq)), seenNotes }
}

/** The ticket a unit is about: of several the last by id, as it is counted. */
const ticketOf = (unit: readonly Parked[]): string | null =>
  unit
    .flatMap(({ ticket_id }) => ticket_id ?? [])
    .toSorted()
    .at(-1) ?? null

function itemFrom(context: QueryContext, key: string, units: readonly Unit[]): AttentionItem {
  const parked = units.flatMap(unit => unit.parked)
  const ticketId = ticketOf(parked)
  const about = parked.find(({ ticket_id }) => ticket_id === ticketId) ?? null
  const acts = units.map(actFrom)
  const seen = seenBefore(units, acts)
  return {
    key,
    mutationIds: parked.map(each => each.mutation_id),
    ticketId,
    number: about?.number ?? null,
    subject: about?.subject ?? null,
    customerName: parked.find(({ customer_name }) => customer_name !== null)?.customer_name ?? null,
    acts,
    since: ticketId === null || seen === null ? [] : writtenSince(context, { ticketId, ...seen }),
  }
}

/** What the hub did not take, one item a ticket, oldest first; a group is one act. */
export function listAttention(context: QueryContext): readonly AttentionItem[] {
  const parked = namedByPerson(context.db, all<Parked>(context.db, PARKED))
  const groups = Map.groupBy(parked, each => each.group_id ?? each.mutation_id)
  const items = Map.groupBy([...groups], ([unit, members]) => ticketOf(members) ?? unit)
  return [...items].map(([key, units]) =>
    itemFrom(
      context,
      key,
      units.map(([, members]) => unitOf(members)),
    ),
  )
}
