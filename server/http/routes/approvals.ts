import { SUPERVISING_ROLES } from '../../../shared/rules/supervising.ts'
import type { HubRoute } from '../route.ts'

/** Amounts of the whole workspace that wait for somebody who may give them. */
export const approvalsRoute: HubRoute = {
  name: 'approvals',
  method: 'GET',
  access: 'agent',
  roles: SUPERVISING_ROLES,
  bodyLimit: 0,
  handle: ({ services, session }) => services.approvals(session),
}
