import type { TicketKind } from '../work-kind.ts'
import type { Corrections } from './corrections.ts'
import { NO_CORRECTIONS } from './corrections.ts'
import type { TriageModel } from './model.ts'
import { unpackModel } from './model.ts'
import { packedModel } from './model-data.ts'
import { readTicket } from './read-ticket.ts'
import type { Reason } from './reasons.ts'
import { reasonsOf } from './reasons.ts'
import type { Verdict } from './score.ts'
import { judge } from './score.ts'

export type TicketWords = { readonly subject: string; readonly body: string }

/** What a ticket looks like, and why. */
export type Suggestion = {
  readonly kind: Verdict
  /** What it would be if it had to be one of the three. */
  readonly likeliest: TicketKind
  /** Chance of the likeliest, 0 to 1. */
  readonly confidence: number
  readonly reasons: readonly Reason[]
}

let unpacked: TriageModel | null = null

/** The model that is shipped, unpacked once. */
export function shippedModel(): TriageModel {
  unpacked ??= unpackModel(packedModel)
  return unpacked
}

type Given = { readonly model?: TriageModel; readonly corrections?: Corrections }

/**
 * Suggests what kind of work a ticket is from its own words: pure, no network, bounded work whatever comes in.
 * `body`: plain text or HTML as it arrived.
 */
export function triage(words: TicketWords, given: Given = {}): Suggestion {
  const { model = shippedModel(), corrections = NO_CORRECTIONS } = given
  const knowing = { model, corrections }
  const read = readTicket(words.subject, words.body)
  const judged = judge(knowing, read)
  return { ...judged, reasons: reasonsOf(judged.likeliest, read, knowing) }
}
