import i18next from 'i18next'
import { showNotice } from './toasts.ts'
import { act } from './use-action.ts'

/** Adds a customer to what is taken along offline on this device, or takes them out again. */
export async function takeAlong(customerId: string): Promise<void> {
  const pack = await act('offline.pack', {})
  if (pack === null) return
  const { withTeams, customerIds } = pack.choice
  const isAlong = customerIds.includes(customerId)
  const next = isAlong ? customerIds.filter(id => id !== customerId) : [...customerIds, customerId]
  if ((await act('offline.choose', { withTeams, customerIds: next })) === null) return
  showNotice(i18next.t(isAlong ? 'offline.customerLeft' : 'offline.customerTaken'))
}
