import type { BulkPersonal } from '../../shared/contract/bulk.ts'
import type { TicketAction } from '../../shared/rules/ticket-actions.ts'
import { act } from './use-action.ts'

const CHUNK = 100

type Meant = {
  readonly ticketIds: readonly string[]
  readonly actions: readonly TicketAction[]
  readonly kind: 'service' | 'support' | null
}

/** What is personal in replies to many before any of them leaves; null where it could not be looked at. */
export async function personalInMany({
  ticketIds,
  actions,
  kind,
}: Meant): Promise<readonly BulkPersonal[] | null> {
  if (!actions.some(({ type }) => type === 'reply')) return []
  const found: BulkPersonal[] = []
  for (let at = 0; at < ticketIds.length; at += CHUNK) {
    const part = await act('bulk.personal', {
      ticketIds: ticketIds.slice(at, at + CHUNK),
      actions: [...actions],
      kind,
    })
    if (part === null) return null
    found.push(...part)
  }
  return found
}
