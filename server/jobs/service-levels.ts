import { newId } from '../../shared/domain/ids.ts'
import type { ThreadId } from '../../shared/domain/ids.ts'
import type { SlaPolicy } from '../../shared/domain/service-levels.ts'
import { PRIORITIES, WORK_KINDS } from '../../shared/domain/values.ts'
import type { WorkKind } from '../../shared/domain/values.ts'
import { policyInForce, targetOf } from '../../shared/rules/sla/service-levels.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readBreached, readUnclocked } from '../db/queries/sla-due.ts'
import type { Promised } from '../db/queries/sla-due.ts'
import type { Session } from '../db/queries/session.ts'
import { applyAsHub } from '../sync/apply-as-hub.ts'
import { readServiceLevels } from '../sync/service-level-book.ts'
import type { Job, JobContext } from './job.ts'

/** Threads of one transaction: a morning when hundreds run out must not hold the feed for long. */
const BATCH = 50

type Act = 'thread.recordBreach' | 'thread.startClocks'

/** Does one act on threads, all in one transaction; false when it was refused: then the next run looks again. */
async function actOn(context: JobContext, name: Act, threadIds: readonly ThreadId[]): Promise<boolean> {
  const { workspaceId, store, clock, random, announce } = context
  const nowMs = clock.now()
  const intents = threadIds.map(threadId => ({ name, args: { threadId }, mutationId: newId(nowMs, random) }))
  return (await applyAsHub({ store, clock, announce }, workspaceId, intents)) === null
}

const look = <T>({ app, workspaceId }: JobContext, read: (session: Session) => Promise<T>): Promise<T> =>
  inWorkspace(app, { workspaceId, mode: 'read' }, client => read({ client, workspaceId }))

async function recordBreaches(context: JobContext): Promise<number> {
  const nowMs = context.clock.now()
  const seen = new Set<ThreadId>()
  while (!context.signal.aborted) {
    const due = await look(context, session => readBreached(session, nowMs, BATCH))
    const fresh = due.filter(id => !seen.has(id))
    // What was seen before is a row whose clocks this hub cannot read: it must not keep the others waiting.
    if (fresh.length === 0 || !(await actOn(context, 'thread.recordBreach', fresh))) break
    for (const id of fresh) seen.add(id)
    if (due.length < BATCH) break
  }
  return seen.size
}

function promisesOf(policy: SlaPolicy, kind: WorkKind): readonly Promised[] {
  const named = policy.tiers.map(({ tier }) => tier)
  return [null, ...named].flatMap(tier =>
    PRIORITIES.filter(priority => targetOf(policy, priority, tier)).map(priority => ({
      kind,
      priority,
      tier,
      named,
    })),
  )
}

/** Kinds, priorities and tiers something is promised for. */
async function promisedNow({ store, workspaceId, clock }: JobContext): Promise<readonly Promised[]> {
  const levels = await store.read(workspaceId, readServiceLevels)
  return WORK_KINDS.flatMap(kind => {
    const policy = policyInForce(levels, kind, clock.now())
    return policy ? promisesOf(policy, kind) : []
  })
}

async function startClocks(context: JobContext): Promise<number> {
  let started = 0
  for (const promised of await promisedNow(context)) {
    for (let after = ''; !context.signal.aborted;) {
      const page = { after, limit: BATCH }
      const found = await look(context, session => readUnclocked(session, promised, page))
      if (found.length === 0 || !(await actOn(context, 'thread.startClocks', found))) break
      started += found.length
      after = found.at(-1) ?? after
    }
  }
  return started
}

/**
 * Records clocks that ran out and does what policies say about that and about warnings, once each; gives clocks to
 * open threads from before the policy. All as automation and by mutations that change nothing the second time, so a job
 * that is done twice does no harm.
 */
export const serviceLevelsJob: Job = {
  kind: 'service-levels',
  everyMs: 5000,
  run: async context => {
    const started = await startClocks(context)
    const breached = await recordBreaches(context)
    if (started + breached > 0) {
      context.log.info('sla.done', { workspaceId: context.workspaceId, started, breached })
    }
  },
}
