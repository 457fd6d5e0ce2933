import type { z } from 'zod'
import { GuestAnswer, GuestsAnswer } from '../../../shared/protocol/guests.ts'
import type { GuestRequest } from '../../../shared/protocol/guests.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { BadAnswer } from './bad-answer.ts'
import { askedFailure, readJson } from './beyond.ts'
import type { Hub } from './hub.ts'

const ASK_MS = 20_000
/** The first guest of a large workspace: the hub says of every customer which teams see them. */
const ACT_MS = 120_000

type Asking = Parameters<Hub['send']>[0]

async function ask<T>(hub: Hub, request: Asking, schema: z.ZodType<T>): Promise<T> {
  const answer = await hub.send(request, async response => {
    const parsed = schema.safeParse(await readJson(response))
    if (!parsed.success) throw new BadAnswer('The answer does not fit the protocol')
    return parsed.data
  })
  if (!answer.ok) throw askedFailure(answer.failure)
  return answer.value
}

/** What was done about guests. Throws as `askedFailure` says. */
export const guestRecordsOnHub = (hub: Hub): Promise<GuestsAnswer> =>
  ask(hub, { method: 'GET', path: routes.guests, timeoutMs: ASK_MS }, GuestsAnswer)

/** Makes, changes or ends a guest. Throws as `askedFailure` says. */
export const actOnGuest = (hub: Hub, request: GuestRequest): Promise<GuestAnswer> =>
  ask(
    hub,
    {
      method: 'POST',
      path: routes.guests,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      timeoutMs: ACT_MS,
    },
    GuestAnswer,
  )
