import { useState } from 'react'
import type { BulkPersonal } from '../../../shared/contract/bulk.ts'
import { personalInMany } from '../../data/bulk-personal.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import { actionsOnMany, runMacroOnMany } from './run-macro.ts'
import type { Many } from './run-macro.ts'

type Asking = { readonly many: Many; readonly found: readonly BulkPersonal[] }

/** Runs a macro on many; where something personal would leave with it, it asks once before. */
export function useRunOnMany(kind: 'service' | 'support' | null) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const [isLooking, setLooking] = useState(false)
  const send = (many: Many): void => {
    closeDialog()
    void runMacroOnMany(many)
  }
  const run = async (many: Many): Promise<void> => {
    if (isLooking) return
    // Running it again sends it, as with a single reply.
    if (asking) return send(asking.many)
    setLooking(true)
    const { ticketIds } = many
    const found = await personalInMany({ ticketIds, actions: actionsOnMany(many), kind })
    setLooking(false)
    if (found === null) return
    if (found.length === 0) send(many)
    else setAsking({ many, found })
  }
  const leaveOut = (): void => {
    if (!asking) return
    const out = new Set(asking.found.map(({ ticketId }) => ticketId))
    send({ ...asking.many, ticketIds: asking.many.ticketIds.filter(id => !out.has(id)) })
  }
  return {
    found: asking?.found ?? [],
    run,
    leaveOut,
    sendAll: () => asking && send(asking.many),
    forget: () => setAsking(null),
  }
}
