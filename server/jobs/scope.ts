import { applyScopePolicy } from '../sync/scope-policy.ts'
import { sweepScope } from '../sync/sweep-scope.ts'
import type { Job } from './job.ts'

/** Puts a policy for laptops in force that somebody has set, and takes from laptops what became too old. */
export const scopeJob: Job = {
  kind: 'scope',
  everyMs: 20_000,
  run: async ({ workspaceId, store, clock, random, announce, log }) => {
    const deps = { store, clock, random, announce }
    if (await applyScopePolicy(deps, workspaceId)) log.info('scope.changed', { workspaceId })
    await sweepScope(deps, workspaceId)
  },
}
