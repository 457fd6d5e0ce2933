import type { Call } from '../../shared/contract/index.ts'
import { HISTORY_DAYS } from '../../shared/rules/scope-policy.ts'
import type { ScopeContent } from '../../shared/rules/scope-policy.ts'
import { act } from './use-action.ts'

type Wish = { readonly agentId: string | null; readonly seen: number; readonly content: ScopeContent }
type Content = Call<'scopePolicy.set'>['content']

/** Values of a newer version that nobody here can set are left as the least that is known. */
const known = (content: ScopeContent): Content => ({
  queues: content.queues === 'own' ? 'own' : 'all',
  alsoTeamIds: [...content.alsoTeamIds],
  withoutTeamIds: [...content.withoutTeamIds],
  days: HISTORY_DAYS.find(days => days === content.days) ?? null,
  megabytes: content.megabytes,
  mayFetch: content.mayFetch === 'any' ? 'any' : 'own',
})

export const setScope = ({ agentId, seen, content }: Wish) =>
  act('scopePolicy.set', { agentId, seen, content: known(content) })
