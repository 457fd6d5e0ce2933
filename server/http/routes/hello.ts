import type { Hello } from '../../../shared/protocol/session.ts'
import { OLDEST_SERVED, PRODUCT, PROTOCOL } from '../../../shared/protocol/version.ts'
import { bearerOf } from '../credentials.ts'
import type { HubRoute } from '../route.ts'

/**
 * The first thing a laptop asks: who is there, which versions it speaks, and its clock. The epoch belongs to a
 * workspace, so it is told to signed-in laptops only and is empty for others.
 */
export const helloRoute: HubRoute = {
  name: 'hello',
  method: 'GET',
  access: 'public',
  bodyLimit: 0,
  handle: async ({ request, services }): Promise<Hello> => {
    const token = bearerOf(request)
    const session = token === null ? null : await services.accounts.authenticate(token)
    return {
      product: PRODUCT,
      version: services.version,
      protocol: { current: PROTOCOL, oldest: OLDEST_SERVED },
      epoch: session === null ? '' : await services.sync.epoch(session.workspaceId),
      hubTimeMs: services.clock.now(),
    }
  },
}
