import type { PortraitView } from '../../shared/contract/portrait.ts'
import { useLiveValue } from './use-live-query.ts'

/** Who a customer is at a glance; null while it is asked, or when they are not on this laptop. */
export const usePortrait = (customerId: string): PortraitView | null =>
  useLiveValue('customers.portrait', { customerId }) ?? null
