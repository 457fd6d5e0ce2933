import { z } from 'zod'
import { FIND_LEAST_CHARS, FIND_MOST_CHARS } from '../../../shared/protocol/find.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { COLLEAGUES } from '../route.ts'

const FindQuery = z.object({ text: z.string().trim().min(FIND_LEAST_CHARS).max(FIND_MOST_CHARS) })

/** Tickets the agent may fetch, on a laptop or not. */
export const findRoute: HubRoute = {
  name: 'find',
  method: 'GET',
  access: 'agent',
  roles: COLLEAGUES,
  bodyLimit: 0,
  handle: async ({ request, services, session }) => {
    const { text } = inputOf(FindQuery, request, 'query')
    return { hits: await services.find(session, text) }
  },
}
