import { newId } from '../../shared/domain/ids.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readDueSnoozes } from '../db/queries/snoozed.ts'
import { applyAsHub } from '../sync/apply-as-hub.ts'
import type { Job } from './job.ts'

/** Threads woken in one transaction: a morning when hundreds are due must not hold the feed for long. */
const BATCH = 50

/**
 * Wakes threads whose snooze is over, as automation and by the same mutation an agent uses. A laptop may have woken
 * one already, or snoozed it anew: the mutation names the snooze that ended, so both are left as they are.
 */
export const wakeSnoozed: Job = {
  kind: 'wake-snoozed',
  everyMs: 5000,
  run: async ({ workspaceId, app, store, clock, random, log, signal, announce }) => {
    for (let woken = BATCH; woken === BATCH && !signal.aborted;) {
      const nowMs = clock.now()
      const due = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
        readDueSnoozes({ client, workspaceId }, nowMs, BATCH),
      )
      woken = due.length
      if (woken === 0) return
      const intents = due.map(({ threadId, untilMs }) => ({
        name: 'thread.wake' as const,
        args: { threadId, untilMs },
        mutationId: newId(nowMs, random),
      }))
      const refusal = await applyAsHub({ store, clock, announce }, workspaceId, intents)
      // A thread that vanished in between: the next run does not find it any more.
      if (refusal) return
      log.info('snooze.woken', { workspaceId, threads: woken })
    }
  },
}
