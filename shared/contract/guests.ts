import { z } from 'zod'
import type { GuestAnswer, GuestsAnswer } from '../protocol/guests.ts'
import { GuestRequest } from '../protocol/guests.ts'
import { method, returns } from './define.ts'

export const guestMethods = {
  /** What was done about guests, the newest first. Throws `not-allowed`, `offline` … */
  'guests.records': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({}),
    output: returns<GuestsAnswer>(),
  }),
  /**
   * Makes, changes or ends a guest on the hub, at once or not at all. Throws `not-allowed` for teams that are not one's own,
   * `conflict` for an address that has an account, `not-found`, `bad-request` for a day that is over, `offline` …
   */
  'guests.act': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ request: GuestRequest }),
    output: returns<GuestAnswer>(),
  }),
} as const
