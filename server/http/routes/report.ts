import { ClientReport } from '../../../shared/protocol/session.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { EVERY_ROLE, SMALL_BODY_BYTES } from '../route.ts'

/** What a laptop tells about itself; the same may come over the live connection. */
export const reportRoute: HubRoute = {
  name: 'report',
  method: 'POST',
  access: 'agent',
  roles: EVERY_ROLE,
  bodyLimit: SMALL_BODY_BYTES,
  handle: async ({ request, services, session }) => {
    await services.presence.report(session, inputOf(ClientReport, request, 'body'))
    return { taken: true }
  },
}
