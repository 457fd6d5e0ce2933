import { Records } from '../../../shared/protocol/records.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { RECORDS_BODY_BYTES } from '../route.ts'

/** A company's systems say what it sells, and what customers bought and pay. */
export const recordsRoute: HubRoute = {
  name: 'records',
  method: 'POST',
  access: 'tracker',
  bodyLimit: RECORDS_BODY_BYTES,
  handle: async ({ request, services, workspaceId }) => {
    const { records } = inputOf(Records, request, 'body')
    return services.records.take(workspaceId, records)
  },
}
