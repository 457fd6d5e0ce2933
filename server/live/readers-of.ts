import { isUnbounded, NO_LIMITS, viewerOf } from '../sync/scope.ts'
import type { Viewer } from '../sync/scope.ts'
import type { HubReader, ScopeRule } from '../sync/store.ts'

type Reader = { readonly agentId: string; readonly teamIds: readonly string[] }

/** What readers see where nobody has limited themselves to a part. */
export const readersWithoutLimits =
  (rule: ScopeRule) =>
  ({ agentId: id, teamIds }: Reader): Viewer =>
    viewerOf({ id, teamIds }, rule, NO_LIMITS)

/** What readers of the workspace see, by what they have limited themselves to. */
export async function readersOf(tx: HubReader, rule: ScopeRule): Promise<(reader: Reader) => Viewer> {
  if (isUnbounded(rule)) return readersWithoutLimits(rule)
  const limits = await tx.agentLimits()
  return ({ agentId: id, teamIds }) => viewerOf({ id, teamIds }, rule, limits.get(id) ?? NO_LIMITS)
}
