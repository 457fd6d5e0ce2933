import { FRESH_DAYS, HISTORY_DAYS, tightest } from '../../shared/rules/scope-policy.ts'
import type { HubDeps } from './apply-as-hub.ts'
import { dayOf, settleAgain } from './change-scope.ts'
import { flush } from './flush.ts'
import { RowBook } from './row-book.ts'
import { isAged, keysOf, NO_LIMITS, overlaps } from './scope.ts'
import { settle } from './settle.ts'
import type { AgentLimits, AudienceSize, HubReader, ScopeRule } from './store.ts'

const MEGABYTE = 1_048_576
/** A laptop is given more again only when that leaves some room: sizes go up and down. */
const ROOM = 0.9
const KEEP_BATCH = 200

/**
 * What time alone changes: fetched customers whose time is over, closed work that became a day older, and sizes that
 * grew beyond a limit. Customers that move get a scope entry; nobody else hears anything. A clock that was put back
 * moves them back. Running it again after an interruption finishes it.
 */
export async function sweepScope(deps: HubDeps, workspaceId: string): Promise<void> {
  await endKeeps(deps, workspaceId)
  const { store, clock } = deps
  const settings = await store.read(workspaceId, tx => tx.settings())
  if (!isAged(settings)) return
  const toMs = dayOf(clock.now())
  if (settings.scopeAsOfMs !== toMs) await store.write(workspaceId, tx => tx.setScope({ scopeAsOfMs: toMs }))
  if (settings.scopeSweptMs !== toMs) {
    const fromMs = settings.scopeSweptMs
    const aged = await store.read(workspaceId, tx => tx.agedCustomers({ fromMs, toMs }))
    await settleAgain(deps, workspaceId, aged)
    await store.write(workspaceId, tx => tx.setScope({ scopeSweptMs: toMs }))
  }
  await keepSizes(deps, workspaceId)
}

/** Takes fetched customers away whose time is over. */
async function endKeeps({ store, clock, announce }: HubDeps, workspaceId: string): Promise<void> {
  for (;;) {
    const ended = await store.read(workspaceId, tx => tx.endedKeeps(clock.now(), KEEP_BATCH))
    if (ended.length === 0) return
    const seq = await store.write(workspaceId, async tx => {
      const rule = await tx.settings()
      const book = new RowBook(tx)
      const refs = ended.map(id => ({ table: 'keeps' as const, id }))
      await book.lock(refs)
      for (const ref of refs) {
        const keep = book.now(ref)
        // Somebody may have asked for it once more meanwhile.
        if (keep && Number(keep['untilMs']) <= clock.now()) book.set(ref, null)
      }
      await flush(book, tx)
      const changes = await settle(tx, rule, book.written())
      return changes.length === 0 ? null : tx.publish(changes, clock.now())
    })
    if (seq === null) return
    announce(workspaceId, seq)
  }
}

/** The oldest age of closed work that fits: null when all does. Open and fresh work is never left out. */
export function capFor(
  agent: Parameters<typeof keysOf>[0],
  { rule, limits, sizes }: { rule: ScopeRule; limits: AgentLimits; sizes: readonly AudienceSize[] },
): number | null {
  const megabytes = tightest(rule.scopeMegabytes, limits.megabytes)
  if (megabytes === null) return null
  const bytesAt = (days: number | null): number => {
    const keys = keysOf(agent, rule, { ...limits, cap: days })
    return sizes.reduce((sum, size) => sum + (overlaps(keys, size.keys) ? size.bytes : 0), 0)
  }
  const isMore = (days: number | null): boolean => limits.cap !== null && (days === null || days > limits.cap)
  const fits = (days: number | null): boolean =>
    bytesAt(days) <= megabytes * MEGABYTE * (isMore(days) ? ROOM : 1)
  if (fits(null)) return null
  return HISTORY_DAYS.toReversed().find(fits) ?? FRESH_DAYS
}

/** Whether sizes have to be looked at: once a day, and after somebody has set a limit. */
async function areSizesDue(tx: HubReader, rule: ScopeRule & { scopeSizedMs: number }): Promise<boolean> {
  if (rule.scopeSizedMs < rule.scopeAsOfMs) return true
  for (const agentId of (await tx.agentLimits()).keys()) {
    const [own] = await tx.rows('scopePolicies', [agentId])
    if (Number(own?.['updatedAtMs'] ?? 0) > rule.scopeSizedMs) return true
  }
  return false
}

async function keepSizes({ store, clock }: HubDeps, workspaceId: string): Promise<void> {
  const found = await store.read(workspaceId, async tx => {
    const rule = await tx.settings()
    const all = await tx.agentLimits()
    const isLimited = rule.scopeMegabytes !== null || [...all.values()].some(own => own.megabytes !== null)
    if (!isLimited && [...all.values()].every(own => own.cap === null)) return null
    if (!(await areSizesDue(tx, rule))) return null
    return { rule, all, sizes: await tx.audienceSizes(), agents: await tx.people() }
  })
  if (!found) return
  const { rule, all, sizes, agents } = found
  await store.write(workspaceId, async tx => {
    for (const agent of agents) {
      const limits = all.get(agent.id) ?? NO_LIMITS
      const cap = capFor(agent, { rule, limits, sizes })
      if (cap === limits.cap) continue
      await tx.setAgentCap(agent.id, cap)
      await tx.bumpScopeStamp(agent.id)
    }
    await tx.setScope({ scopeSizedMs: Math.max(clock.now(), rule.scopeAsOfMs) })
  })
}
