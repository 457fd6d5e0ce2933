import { AppError } from '../../../shared/errors.ts'
import type { BulkResult } from '../../../shared/contract/bulk.ts'
import { planActions } from '../../../shared/rules/plan-actions.ts'
import type { TicketAction } from '../../../shared/rules/ticket-actions.ts'
import { toDomain } from '../../../shared/domain/codec.ts'
import { undoWindowId } from '../../../shared/domain/undo-windows.ts'
import type { UndoWindow } from '../../../shared/domain/undo-windows.ts'
import type { Channel } from '../../../shared/domain/values.ts'
import { undoWindowMs } from '../../../shared/rules/undo-window.ts'
import type { OwnUndo } from '../../../shared/rules/undo-window.ts'
import { actionFacts } from './action-facts.ts'
import type { ActionScope } from './action-facts.ts'
import { mutate, mutateGroup } from './mutate.ts'
import type { MutateDeps } from './mutate.ts'

export type ManyInput = ActionScope & {
  readonly ticketIds: readonly string[]
  readonly actions: readonly TicketAction[]
  /** The agent's own undo window for replies, within the team's. */
  readonly undo: OwnUndo
}

/** What the rows of one ticket say no to; anything else (a full disk) ends the whole. */
const REFUSALS: ReadonlySet<string> = new Set([
  'not-here',
  'not-allowed',
  'guest-may-not',
  'bad-request',
  'conflict',
])

/**
 * Does the same to many tickets. Each is one intent, or one group, in a durable transaction of its own: what one of
 * them refuses holds up no other, here and on the hub. Throws what `mutate` throws for a full or broken disk; what was
 * done until then stays done.
 */
export async function actOnMany(
  deps: MutateDeps,
  input: ManyInput,
  pause: () => Promise<void>,
): Promise<readonly BulkResult[]> {
  const results: BulkResult[] = []
  for (const ticketId of input.ticketIds) {
    results.push(actOnOne(deps, ticketId, input))
    await pause()
  }
  return results
}

/** The team's undo window of a channel. */
function windowsFor({ store }: MutateDeps, channel: Channel | null): readonly UndoWindow[] {
  const found = channel === null ? null : store.rows.get('undoWindows', undoWindowId(channel))
  return found ? [toDomain('undoWindows', found.row)] : []
}

function actOnOne(deps: MutateDeps, ticketId: string, input: ManyInput): BulkResult {
  const facts = actionFacts(deps, ticketId, input)
  if (!facts) return { ticketId, outcome: 'failed', reason: 'not-here', mutationIds: [] }
  const { intents, problem } = planActions(input.actions, facts)
  if (problem !== null) return { ticketId, outcome: 'failed', reason: problem, mutationIds: [] }
  const [only] = intents
  if (!only) return { ticketId, outcome: 'unchanged', reason: null, mutationIds: [] }
  const isReply = intents.some(({ name }) => name === 'ticket.reply')
  const channel = facts.replyTo?.channel ?? null
  const choice = { own: input.undo, windows: isReply ? windowsFor(deps, channel) : [] }
  const holdMs = isReply ? undoWindowMs(channel ?? '', choice) : 0
  try {
    const mutationIds =
      intents.length === 1 && !isReply
        ? [mutate(deps, only)]
        : mutateGroup(deps, intents, { holdMs }).mutationIds
    return { ticketId, outcome: 'done', reason: null, mutationIds }
  } catch (error) {
    if (!(error instanceof AppError) || !REFUSALS.has(error.code)) throw error
    return { ticketId, outcome: 'failed', reason: error.code, mutationIds: [] }
  }
}
