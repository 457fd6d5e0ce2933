import type { BulkResult } from '../../shared/contract/bulk.ts'
import type { Description } from '../../shared/mutations/define.ts'
import type { TicketAction } from '../../shared/rules/ticket-actions.ts'
import { desk } from '../desk.ts'
import { beginJob, bulkStore, changeJob, dismissJob, isStopping } from '../stores/bulk-store.ts'
import type { BulkJob } from '../stores/bulk-store.ts'
import { pickOnly, uiStore } from '../stores/ui-store.ts'
import { rememberAct } from '../stores/undo-store.ts'
import { asAppError } from './live-queries.ts'
import { showFailure } from './toasts.ts'
import { ownUndo } from './undo-choice.ts'

/** Tickets per call: often enough to show how far it is. */
const CHUNK = 25

type Bulk = {
  readonly ticketIds: readonly string[]
  readonly actions: readonly TicketAction[]
  readonly description: Description
  /** Threads of this kind only; left out: of the kind the list shows. */
  readonly kind?: 'service' | 'support'
}
type Done = Pick<BulkJob, 'done' | 'settled' | 'total' | 'mutationIds'>

/** Only threads of the kind the list shows are meant; of "all" and "both" every thread of the ticket. */
function kindMeant(): 'service' | 'support' | null {
  const { kind } = uiStore.getState()
  return kind === 'service' || kind === 'support' ? kind : null
}

function count(id: number, results: readonly BulkResult[]): void {
  const of = (outcome: BulkResult['outcome']) => results.filter(each => each.outcome === outcome)
  changeJob(id, job => ({
    settled: job.settled + results.length,
    done: job.done + of('done').length,
    unchanged: job.unchanged + of('unchanged').length,
    failures: [
      ...job.failures,
      ...of('failed').map(({ ticketId, reason }) => ({ ticketId, reason: reason ?? '' })),
    ],
    mutationIds: [...job.mutationIds, ...results.flatMap(({ mutationIds }) => mutationIds)],
  }))
}

/**
 * Does the same to many tickets, chunk by chunk, with progress; one undo takes all of it back. Answers what was done;
 * null while other work is running.
 */
export async function runBulk({ ticketIds, actions, description, kind }: Bulk): Promise<Done | null> {
  const id = beginJob(description, ticketIds.length)
  if (id === null) return null
  const { seconds, byChannel } = ownUndo()
  const fixed = { actions: [...actions], kind: kind ?? kindMeant(), undo: { seconds, byChannel } }
  for (let at = 0; at < ticketIds.length && !isStopping(id); at += CHUNK) {
    try {
      count(id, await desk.call('bulk.run', { ...fixed, ticketIds: ticketIds.slice(at, at + CHUNK) }))
    } catch (error) {
      showFailure(asAppError(error))
      changeJob(id, () => ({ state: 'stopping' }))
    }
  }
  const job = jobOf(id)
  finish(id)
  return job
}

const jobOf = (id: number): Done | null => {
  const { job } = bulkStore.getState()
  return job?.id === id ? job : null
}

/** What went well is told by the undo bar; what did not stays in view until it was read. */
function finish(id: number): void {
  changeJob(id, job => ({ state: job.settled < job.total ? 'stopped' : 'finished' }))
  const { job } = bulkStore.getState()
  if (job?.id !== id) return
  const { mutationIds, description, done, failures, state } = job
  if (mutationIds.length > 0) rememberAct({ mutationIds, description, tickets: done, leavesAtMs: null })
  if (state === 'finished') pickOnly(failures.map(({ ticketId }) => ticketId))
  if (failures.length === 0 && state === 'finished' && done > 0) dismissJob()
}
