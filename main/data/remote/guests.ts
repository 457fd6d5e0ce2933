import { GuestAnswer, GuestsAnswer } from '../../../shared/protocol/guests.ts'
import type { GuestRequest } from '../../../shared/protocol/guests.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { askHub, posting } from './ask-hub.ts'
import type { Hub } from './hub.ts'

const ASK_MS = 20_000
/** The first guest of a large workspace: the hub says of every customer which teams see them. */
const ACT_MS = 120_000

/** What was done about guests. Throws as `askedFailure` says. */
export const guestRecordsOnHub = (hub: Hub): Promise<GuestsAnswer> =>
  askHub(hub, { method: 'GET', path: routes.guests, timeoutMs: ASK_MS }, GuestsAnswer)

/** Makes, changes or ends a guest. Throws as `askedFailure` says. */
export const actOnGuest = (hub: Hub, request: GuestRequest): Promise<GuestAnswer> =>
  askHub(hub, posting({ path: routes.guests, timeoutMs: ACT_MS }, request), GuestAnswer)
