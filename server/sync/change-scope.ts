import type { HubDeps } from './apply-as-hub.ts'
import { isAged } from './scope.ts'
import { recomputeAudiences } from './settle.ts'
import type { HubTx, ScopeRule } from './store.ts'

/** Customers whose audience is set in one transaction. */
const AUDIENCE_BATCH = 500
const DAY_MS = 86_400_000

/** Ages are counted from the beginning of the day, so that all copies of the hub and all moments of a day agree. */
export const dayOf = (nowMs: number): number => Math.floor(nowMs / DAY_MS) * DAY_MS

type Change = Partial<Omit<ScopeRule, 'scopeAsOfMs'>>

/**
 * Changes who gets what. The rule stands first, so that concurrent writers follow it; then the audience of every
 * customer is set again, with a scope entry for each that changed; at last everybody is sent to a fresh snapshot.
 * Running it again after an interruption finishes it.
 */
export async function changeScope(deps: HubDeps, workspaceId: string, change: Change): Promise<void> {
  const { store, clock } = deps
  const scopeAsOfMs = dayOf(clock.now())
  await store.write(workspaceId, tx => tx.setScope({ ...change, scopeAsOfMs }))
  await settleEverybody(deps, workspaceId)
  await store.write(workspaceId, async tx => {
    await tx.setScope({ scopeSweptMs: scopeAsOfMs, scopeSizedMs: 0 })
    if (!isAged(await tx.settings())) await liftCaps(tx)
    await tx.bumpScopeStamp(null)
  })
}

/**
 * From here on audiences name the teams of every customer, which is what a guest is shown by; nobody else's laptop holds
 * more or less. To be called before somebody becomes a guest; running it again finishes what was interrupted.
 */
export async function keepForGuests(deps: HubDeps, workspaceId: string): Promise<void> {
  await deps.store.write(workspaceId, tx => tx.setScope({ scopeGuests: true }))
  await settleEverybody(deps, workspaceId)
}

async function liftCaps(tx: HubTx): Promise<void> {
  for (const [agentId, { cap }] of await tx.agentLimits())
    if (cap !== null) await tx.setAgentCap(agentId, null)
}

async function settleEverybody(deps: HubDeps, workspaceId: string): Promise<void> {
  for (let after = ''; ;) {
    const page = { after, limit: AUDIENCE_BATCH }
    const customerIds = await deps.store.read(workspaceId, tx => tx.customerIds(page))
    if (customerIds.length === 0) return
    await settleAgain(deps, workspaceId, customerIds)
    after = customerIds.at(-1) ?? ''
  }
}

/** Sets the audiences of these customers by the rule as it stands, in transactions that hold nobody up for long. */
export async function settleAgain(
  { store, clock, announce }: HubDeps,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < customerIds.length; from += AUDIENCE_BATCH) {
    const part = customerIds.slice(from, from + AUDIENCE_BATCH)
    const seq = await store.write(workspaceId, async tx => {
      const rule = await tx.settings()
      const changes = await recomputeAudiences(tx, { rule, customerIds: part, made: new Set() })
      return changes.length === 0 ? null : tx.publish(changes, clock.now())
    })
    if (seq !== null) announce(workspaceId, seq)
  }
}
