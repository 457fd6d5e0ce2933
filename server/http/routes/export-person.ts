import { PersonExportRequest } from '../../../shared/protocol/erase.ts'
import { SUPERVISING_ROLES } from '../../../shared/rules/supervising.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { SMALL_BODY_BYTES } from '../route.ts'

/** Everything that is kept about a person, for whoever may also erase them. */
export const exportPersonRoute: HubRoute = {
  name: 'exportPerson',
  method: 'POST',
  access: 'agent',
  roles: SUPERVISING_ROLES,
  bodyLimit: SMALL_BODY_BYTES,
  handle: ({ request, services, session }) =>
    services.exportPerson(session, inputOf(PersonExportRequest, request, 'body')),
}
