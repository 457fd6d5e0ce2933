import { KeepingRequest } from '../../../shared/protocol/keeping.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { SMALL_BODY_BYTES } from '../route.ts'

/** What would be removed for its age: looked at before it is switched on. */
export const keepingRoute: HubRoute = {
  name: 'keeping',
  method: 'POST',
  access: 'agent',
  roles: ['admin'],
  bodyLimit: SMALL_BODY_BYTES,
  handle: ({ request, services, session }) =>
    services.previewKeeping(session, inputOf(KeepingRequest, request, 'body')),
}
