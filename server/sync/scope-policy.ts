import { newId } from '../../shared/domain/ids.ts'
import { scopePolicies, WORKSPACE_SCOPE_ID } from '../../shared/domain/scope.ts'
import type { ScopePolicyRow } from '../../shared/domain/scope.ts'
import type { Random } from '../../shared/clock.ts'
import { EVERYTHING } from '../../shared/rules/scope-policy.ts'
import type { ScopeContent } from '../../shared/rules/scope-policy.ts'
import type { HubDeps, HubRefusal } from './apply-as-hub.ts'
import { applyAsHub } from './apply-as-hub.ts'
import { changeScope } from './change-scope.ts'
import type { HubReader, ScopeRule, WorkspaceSettings } from './store.ts'

export const readScopePolicy = async (tx: HubReader): Promise<ScopePolicyRow | null> => {
  const [row] = await tx.rows('scopePolicies', [WORKSPACE_SCOPE_ID])
  // Rows of the hub are as the registry says.
  return (row as ScopePolicyRow | undefined) ?? null
}

type Wanted = Pick<
  ScopeRule,
  'scopePolicy' | 'scopeDays' | 'scopeMegabytes' | 'scopeAlsoTeamIds' | 'scopeMayFetch'
>

const ruleOf = ({ queues, days, megabytes, alsoTeamIds, mayFetch }: ScopeContent): Wanted => ({
  scopePolicy: queues === 'own' ? 'teams' : 'everything',
  scopeDays: days,
  scopeMegabytes: megabytes,
  scopeAlsoTeamIds: alsoTeamIds,
  scopeMayFetch: mayFetch === 'any' ? 'any' : 'own',
})

/** What holds now, as a policy somebody could have set. */
export const standingScope = (settings: ScopeRule): ScopeContent => ({
  ...EVERYTHING,
  queues: settings.scopePolicy === 'teams' ? 'own' : 'all',
  days: settings.scopeDays,
  megabytes: settings.scopeMegabytes,
  alsoTeamIds: scopePolicies.columns.alsoTeamIds.schema.parse([...settings.scopeAlsoTeamIds]),
  mayFetch: settings.scopeMayFetch,
})

export type ScopeDeps = HubDeps & { readonly random: Random }

/**
 * Puts the policy that was set in force, if it is not: the audience of every customer is set again and laptops take a
 * fresh snapshot. A workspace without one is given what holds, so that people can see and change it. Answers whether
 * anything changed. Running it again after an interruption finishes it.
 */
export async function applyScopePolicy(deps: ScopeDeps, workspaceId: string): Promise<boolean> {
  const { policy, settings } = await deps.store.read(workspaceId, async tx => ({
    policy: await readScopePolicy(tx),
    settings: await tx.settings(),
  }))
  if (!policy) {
    await adopt(deps, settings)
    return false
  }
  if (policy.version === settings.scopeVersion) return false
  await changeScope(deps, workspaceId, ruleOf(policy))
  await deps.store.write(workspaceId, tx => tx.setScope({ scopeVersion: policy.version }))
  return true
}

async function adopt(deps: ScopeDeps, settings: WorkspaceSettings): Promise<void> {
  await setScopePolicy(deps, settings.id, { seen: 0, content: standingScope(settings) })
  await deps.store.write(settings.id, tx => tx.setScope({ scopeVersion: 1 }))
}

type Wish = { readonly seen: number; readonly content: ScopeContent }

/** Writes the policy's row as the hub itself; it is in force after `applyScopePolicy`. */
export function setScopePolicy(
  deps: ScopeDeps,
  workspaceId: string,
  { seen, content }: Wish,
): Promise<HubRefusal | null> {
  const { queues, mayFetch, days } = content
  const args = {
    agentId: null,
    seen,
    content: {
      ...content,
      queues: queues === 'own' ? 'own' : 'all',
      mayFetch: mayFetch === 'any' ? 'any' : 'own',
      // The mutation refuses what is none of the ages.
      days: days as 7 | null,
    },
  } as const
  const mutationId = newId(deps.clock.now(), deps.random)
  const intent = { name: 'scopePolicy.set' as const, args: copied(args), mutationId }
  return applyAsHub(deps, workspaceId, [intent])
}

const copied = <T>(value: T): T => structuredClone(value)
