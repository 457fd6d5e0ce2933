import { KEEP_MS } from '../../shared/rules/scope-policy.ts'
import { makeId } from '../lib/make-id.ts'
import { openSession } from '../stores/session-store.ts'
import { act } from './use-action.ts'

/** What is not on this laptop: by its ticket, or by its customer. */
export type Beyond = { readonly ticketId: string | null; readonly customerId: string | null }

/** Asks the hub for a customer from beyond the scope, for a week; offline with the next connection. */
export async function fetchBeyond({ ticketId, customerId }: Beyond): Promise<boolean> {
  const agentId = openSession()?.place.agent.id
  if (agentId === undefined) return false
  const wish = { keepId: makeId(), agentId, ticketId, customerId, forMs: KEEP_MS }
  return (await act('keep.fetch', wish)) !== null
}

export const endKeep = (keepId: string) => act('keep.end', { keepId })
