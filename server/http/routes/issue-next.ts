import { IssueNextRequest } from '../../../shared/protocol/issue-next.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { COLLEAGUES } from '../route.ts'

/** Ids of everybody a laptop holds of an issue. */
const BODY_BYTES = 1_048_576

/** How many people an issue can hit next: numbers only, nobody is named. */
export const issueNextRoute: HubRoute = {
  name: 'issueNext',
  method: 'POST',
  access: 'agent',
  roles: COLLEAGUES,
  bodyLimit: BODY_BYTES,
  handle: ({ request, services, session }) =>
    services.countNext(session, inputOf(IssueNextRequest, request, 'body')),
}
