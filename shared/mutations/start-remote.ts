import { z } from 'zod'
import { CONSENTS, CONSENT_WAYS } from '../domain/diagnosis.ts'
import { RowId, TicketId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { Moment, PersonName } from './parts/args.ts'
import { isTheirs, personReads } from './parts/asset-of-person.ts'
import { NO_ROW } from './parts/changes.ts'
import { onTicket, recordEvent } from './parts/events.ts'

/** Somebody was asked for a look from afar: what they said is kept, and with a yes the session begins. */
export const startRemote = defineMutation({
  name: 'remote.start',
  args: z.strictObject({
    sessionId: RowId,
    ticketId: TicketId,
    assetId: RowId.nullable(),
    tool: PersonName.min(1),
    consent: z.enum(CONSENTS),
    consentBy: PersonName.min(1),
    consentVia: z.enum(CONSENT_WAYS),
    startedAtMs: Moment,
  }),
  reads: ({ sessionId, ticketId, assetId }) => ({
    ticket: one('tickets', ticketId),
    asset: maybe('assets', assetId ?? NO_ROW),
    existing: maybe('remoteSessions', sessionId),
  }),
  alsoReads: rows => personReads(rows),
  may: (_actor, rows) => isTheirs(rows),
  plan: ({ ticket, asset, existing }, { sessionId, ...given }, context) => {
    if (existing) return []
    const isGiven = given.consent === 'given'
    return [
      insert('remoteSessions', {
        ...given,
        id: sessionId,
        customerId: ticket.customerId,
        assetId: asset?.id ?? null,
        agentId: authorOf(context),
        // Without consent there is nothing that could go on.
        endedAtMs: isGiven ? null : given.startedAtMs,
        done: null,
      }),
      recordEvent(context, {
        place: onTicket(ticket),
        type: isGiven ? 'remote.started' : 'remote.refused',
        facts: { sessionId, tool: given.tool },
      }),
    ]
  },
  describe: ({ consent, tool }) => ({
    key: consent === 'given' ? 'describe.startRemote' : 'describe.refuseRemote',
    values: { tool },
  }),
})
