import { newId } from '../../shared/domain/ids.ts'
import { TRIAGE_WEIGHTS_ID } from '../../shared/domain/triage-weights.ts'
import { learn, MOST_LESSONS } from '../../shared/rules/triage/corrections.ts'
import { readableThread } from '../../shared/rules/triage/readable-text.ts'
import { shippedModel } from '../../shared/rules/triage/triage.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readDecisionStand, readKindDecisions } from '../db/queries/kind-decisions.ts'
import { applyAsHub } from '../sync/apply-as-hub.ts'
import type { Job, JobContext } from './job.ts'

/** What was learnt last: from which decisions, for which model. */
async function basisOf({ store, workspaceId }: JobContext): Promise<string | null> {
  const [row] = await store.read(workspaceId, tx => tx.rows('triageWeights', [TRIAGE_WEIGHTS_ID]))
  const basis = row?.['basis']
  return row?.['model'] === shippedModel().version && typeof basis === 'string' ? basis : null
}

/**
 * Learns what the workspace's people decided about kinds of work, whenever they have decided again, and publishes it as
 * one row: all laptops suggest the same. Always from the decisions as they stand, so that a customer who is erased
 * takes along what their tickets taught.
 */
export const learnTriageJob: Job = {
  kind: 'learn-triage',
  everyMs: 30_000,
  run: async context => {
    const { workspaceId, app, store, clock, random, log, announce } = context
    const model = shippedModel()
    const { count, newestMs } = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
      readDecisionStand({ client, workspaceId }),
    )
    const basis = `${count}:${newestMs}`
    const standing = await basisOf(context)
    if (standing === basis || (standing === null && count === 0)) return
    const decisions = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
      readKindDecisions({ client, workspaceId }, MOST_LESSONS),
    )
    const lessons = decisions.map(({ bodies, ...decision }) => ({
      ...decision,
      atMs: Number(decision.atMs),
      body: readableThread(bodies),
    }))
    const weights = [...learn(model, lessons)].map(
      ([bucket, [service, support]]): [number, number, number] => [bucket, service, support],
    )
    const args = { model: model.version, basis, lessons: lessons.length, weights }
    const mutationId = newId(clock.now(), random)
    const refusal = await applyAsHub({ store, clock, announce }, workspaceId, [
      { name: 'triage.learn', args, mutationId },
    ])
    if (refusal === null) log.info('triage.learnt', { workspaceId, lessons: lessons.length })
  },
}
