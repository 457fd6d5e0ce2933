import { EraseRequest } from '../../../shared/protocol/erase.ts'
import { SUPERVISING_ROLES } from '../../../shared/rules/supervising.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { SMALL_BODY_BYTES } from '../route.ts'

/** Erases a person everywhere, at once and for good. */
export const eraseRoute: HubRoute = {
  name: 'erase',
  method: 'POST',
  access: 'agent',
  roles: SUPERVISING_ROLES,
  bodyLimit: SMALL_BODY_BYTES,
  handle: async ({ request, services, session }) => {
    await services.erase(session, inputOf(EraseRequest, request, 'body'))
    return { erased: true }
  },
}
