import { TRIAGE_WEIGHTS_ID } from '../../../shared/domain/triage-weights.ts'
import type { TriageView } from '../../../shared/contract/triage.ts'
import { NO_CORRECTIONS } from '../../../shared/rules/triage/corrections.ts'
import type { Corrections } from '../../../shared/rules/triage/corrections.ts'
import { readableThread } from '../../../shared/rules/triage/readable-text.ts'
import { shippedModel, triage } from '../../../shared/rules/triage/triage.ts'
import { isWorthShowing } from '../../../shared/rules/triage/worth-showing.ts'
import { isWorkable } from '../../../shared/rules/thread-life.ts'
import { ticketKindOf } from '../../../shared/rules/work-kind.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

/** What the customer wrote first says what it is about; of each as much as the triage looks at. */
const WORDS = `
  SELECT substr(body_text, 1, 24000) AS body FROM messages
  WHERE ticket_id = ? AND direction = 'in' ORDER BY written_at_ms, id LIMIT 3`

const DECIDED = `
  SELECT json_extract(facts_json, '$.suggested') AS suggested FROM events
  WHERE ticket_id = ? AND type IN ('ticket.relabelled', 'ticket.kind-kept') AND actor_id IS NOT NULL
  ORDER BY at_ms DESC, id DESC LIMIT 1`

const STAND = 'SELECT updated_at_ms AS "at", model FROM triage_weights WHERE id = ?'

type Taught = { readonly corrections: Corrections; readonly lessons: number }
const untaught: Taught = { corrections: NO_CORRECTIONS, lessons: 0 }
/** The weights as they were read last, and when they had been learnt: every ticket that is opened asks for them. */
const lastRead = new WeakMap<ReadableDb, { readonly at: number; readonly taught: Taught }>()

function taughtBy(db: ReadableDb): Taught {
  const standing = get<{ at: number; model: string }>(db, STAND, [TRIAGE_WEIGHTS_ID])
  if (!standing || standing.model !== shippedModel().version) return untaught
  const known = lastRead.get(db)
  if (known?.at === standing.at) return known.taught
  const row = selectRow(db, 'triageWeights', { tail: 'WHERE id = ?', params: [TRIAGE_WEIGHTS_ID] })
  const corrections = new Map(
    (row?.weights ?? []).map(([bucket, service, support]) => [bucket, [service, support] as const]),
  )
  const taught = { corrections, lessons: row?.lessons ?? 0 }
  lastRead.set(db, { at: standing.at, taught })
  return taught
}

/** What the triage says about a ticket, worked out from its words as they stand; null when there is nothing to tell. */
export function triageTicket({ db }: QueryContext, ticketId: string): TriageView | null {
  const ticket = selectRow(db, 'tickets', { tail: 'WHERE id = ?', params: [ticketId] })
  const threads = selectRows(db, 'threads', { tail: 'WHERE ticket_id = ? ORDER BY kind', params: [ticketId] })
  const kind = ticketKindOf(threads)
  if (!ticket || kind === null || !threads.some(isWorkable)) return null
  const decided = get<{ suggested: string | null }>(db, DECIDED, [ticketId])
  // Answered, and not because of a suggestion: nothing the words say changes that.
  if (decided?.suggested === null) return null
  const bodies = all<{ body: string }>(db, WORDS, [ticketId]).map(({ body }) => body)
  const { corrections, lessons } = taughtBy(db)
  const said = triage({ subject: ticket.subject, body: readableThread(bodies) }, { corrections })
  const facts = { suggested: said.kind, kind, isMadeByAgent: ticket.createdBy !== null, decided }
  if (!isWorthShowing(facts)) return null
  const { likeliest, confidence, reasons } = said
  return { kind, suggested: said.kind, likeliest, confidence, reasons, lessons }
}
