import { ProductEvents } from '../../../shared/protocol/product-events.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { SMALL_BODY_BYTES } from '../route.ts'

/** Things customers have, or the systems that watch them, say what happened. */
export const productEventsRoute: HubRoute = {
  name: 'productEvents',
  method: 'POST',
  access: 'tracker',
  bodyLimit: SMALL_BODY_BYTES,
  handle: async ({ request, services, workspaceId }) => {
    const { events } = inputOf(ProductEvents, request, 'body')
    return services.productEvents.take(workspaceId, events)
  },
}
