import { GuestRequest } from '../../../shared/protocol/guests.ts'
import { SUPERVISING_ROLES } from '../../../shared/rules/supervising.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { SMALL_BODY_BYTES } from '../route.ts'

/** What was done about guests, and by whom. */
export const guestRecordsRoute: HubRoute = {
  name: 'guests',
  method: 'GET',
  access: 'agent',
  roles: SUPERVISING_ROLES,
  bodyLimit: 0,
  handle: ({ services, session }) => services.guests.records(session),
}

/** Makes, changes and ends guests; the answer to a new one is the only place its password ever stands. */
export const guestsRoute: HubRoute = {
  name: 'guests',
  method: 'POST',
  access: 'agent',
  roles: SUPERVISING_ROLES,
  bodyLimit: SMALL_BODY_BYTES,
  handle: ({ request, services, session }) =>
    services.guests.act(session, inputOf(GuestRequest, request, 'body')),
}
