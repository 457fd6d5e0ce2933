import type { HubRoute } from '../route.ts'

/** For load balancers: 200 while the database answers, 503 with the usual error body otherwise. */
export const healthRoute: HubRoute = {
  name: 'health',
  method: 'GET',
  access: 'public',
  bodyLimit: 0,
  handle: async ({ services }) => {
    await services.ping()
    return { ok: true, readers: services.live.readers() }
  },
}
