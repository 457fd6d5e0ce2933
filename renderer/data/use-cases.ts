import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../shared/contract/cases.ts'
import type { Approval } from '../../shared/domain/cases.ts'
import { isWithin, limitsOf } from '../../shared/rules/cases/allowance.ts'
import type { Limits } from '../../shared/rules/cases/allowance.ts'
import { maySupervise } from '../../shared/rules/supervising.ts'
import { useAgent } from '../stores/session-store.ts'
import { useLiveValue } from './use-live-query.ts'

export const useCases = (customerId: string | null): CustomerCases | null =>
  useLiveValue('cases.ofCustomer', customerId === null ? null : { customerId })

/** What the agent may give away alone in a currency. */
export function useLimits(allowances: CustomerCases['allowances'], currency: string): Limits {
  const role = useAgent()?.role ?? 'other'
  return limitsOf({ role, currency }, allowances)
}

/** Who says yes to what is over the agent's own limit, as a part of a sentence. */
export function useWhoDecides(): string {
  const { t } = useTranslation()
  const role = useAgent()?.role
  return role !== undefined && maySupervise(role) ? t('cases.decides.admin') : t('cases.decides.supervisor')
}

const LIMIT_OF = {
  return: 'returnMinor',
  correction: 'correctionMinor',
  goodwill: 'goodwillMinor',
  other: 'returnMinor',
} as const

/** May the agent say yes or no to it? 'own': they asked themselves. 'over': it is more than they may give. */
export function useMayDecide(
  approval: Pick<Approval, 'requestedBy' | 'currency' | 'amountMinor' | 'subjectKind'>,
  allowances: CustomerCases['allowances'],
): 'yes' | 'own' | 'over' | 'no' {
  const agent = useAgent()
  const limits = useLimits(allowances, approval.currency)
  if (!agent || !maySupervise(agent.role)) return approval.requestedBy === agent?.id ? 'own' : 'no'
  if (approval.requestedBy === agent.id) return 'own'
  return isWithin(approval.amountMinor, limits[LIMIT_OF[approval.subjectKind]]) ? 'yes' : 'over'
}
