import { KeepingAnswer } from '../../../shared/protocol/keeping.ts'
import type { KeepingRequest } from '../../../shared/protocol/keeping.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { askHub, posting } from './ask-hub.ts'
import type { Hub } from './hub.ts'

/** Every ticket and customer of the workspace is looked at. */
const ASK_MS = 60_000

/** What would be removed for its age, and what was. Throws as `askedFailure` says. */
export const keepingOnHub = (hub: Hub, request: KeepingRequest): Promise<KeepingAnswer> =>
  askHub(hub, posting({ path: routes.keeping, timeoutMs: ASK_MS }, request), KeepingAnswer)
