import { EngineeringStatus } from '../../../shared/protocol/engineering.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { SMALL_BODY_BYTES } from '../route.ts'

/** Engineering's tracker says that one of its issues has moved. */
export const engineeringRoute: HubRoute = {
  name: 'engineering',
  method: 'POST',
  access: 'tracker',
  bodyLimit: SMALL_BODY_BYTES,
  handle: async ({ request, services, workspaceId }) => {
    await services.engineering.mirror(workspaceId, inputOf(EngineeringStatus, request, 'body'))
    return { taken: true }
  },
}
