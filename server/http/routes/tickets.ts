import { FiledTicket } from '../../../shared/protocol/tickets.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { RECORDS_BODY_BYTES } from '../route.ts'

/** A company's own form, portal or bot files a ticket, or goes on with the one it filed. */
export const ticketsRoute: HubRoute = {
  name: 'tickets',
  method: 'POST',
  access: 'tracker',
  bodyLimit: RECORDS_BODY_BYTES,
  handle: ({ request, services, workspaceId }) =>
    services.filedTickets.file(workspaceId, inputOf(FiledTicket, request, 'body')),
}
