import { isUnbounded, NO_HOLDS } from './scope.ts'
import type { Audiences } from './scope.ts'
import type { GroupHolds, HubReader, HubTx, ScopeRule } from './store.ts'

/** Records of one person have one audience: whoever holds one of them holds them all. */
export type Families = { readonly before: Audiences; readonly families: readonly (readonly string[])[] }

async function familiesOf(tx: HubReader, customerIds: readonly string[]): Promise<Families['families']> {
  const found = await tx.families(customerIds)
  // A customer who does not exist is nobody's duplicate.
  const all = customerIds.map(id => found.get(id) ?? [id])
  return [...new Map(all.map(family => [family[0], family])).values()]
}

/**
 * Locks the audiences of these customers and of everybody who is the same person. Who that is, is looked at again once
 * they are locked: somebody may have been merged until then.
 */
export async function lockFamilies(
  tx: HubTx,
  rule: ScopeRule,
  customerIds: readonly string[],
): Promise<Families> {
  // Where everybody gets everything all audiences are the same.
  if (isUnbounded(rule))
    return { before: await tx.lockAudiences(customerIds), families: customerIds.map(id => [id]) }
  for (let families = await familiesOf(tx, customerIds); ;) {
    const before = await tx.lockAudiences(families.flat())
    const now = await familiesOf(tx, customerIds)
    if (now.flat().every(id => families.some(family => family.includes(id)))) return { before, families: now }
    families = now
  }
}

/** What holds one of them holds all of them; the person is known as long as the record known longest. */
export function joinHolds(all: readonly GroupHolds[]): GroupHolds {
  if (all.length < 2) return all[0] ?? NO_HOLDS
  const keepers = new Map(all.flatMap(holds => holds.keepers).map(keeper => [keeper.id, keeper]))
  return {
    createdAtMs: Math.max(...all.map(holds => holds.createdAtMs)),
    isPromised: all.some(holds => holds.isPromised),
    lessees: [...new Set(all.flatMap(holds => holds.lessees))],
    keepers: [...keepers.values()],
  }
}
