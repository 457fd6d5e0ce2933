import { z } from 'zod'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { packPage } from '../../../shared/protocol/packed-page.ts'
import { PushRequest } from '../../../shared/protocol/push.ts'
import { PULL_LIMIT } from '../../../shared/protocol/version.ts'
import { wholeNumber, inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { EVERY_ROLE, PUSH_BODY_BYTES } from '../route.ts'
import { sendParts } from '../send-parts.ts'
import { sendText } from '../send.ts'

const MAX_CURSOR = 500
/** A position names tables as well. */
const MAX_POSITION = 2_000
/** Every table there may ever be, by name. */
const MAX_TABLES = 8_000

export const pushRoute: HubRoute = {
  name: 'push',
  method: 'POST',
  access: 'agent',
  roles: EVERY_ROLE,
  bodyLimit: PUSH_BODY_BYTES,
  handle: async ({ request, reply, services, session }) => {
    const push = inputOf(PushRequest, request, 'body')
    // Receipts are kept by client: one laptop must not speak for another.
    if (push.clientId !== session.clientId) {
      throw new AppError(ErrorCode.BadRequest, 'Input refused', { where: 'body.clientId' })
    }
    return sendText(request, reply, JSON.stringify(await services.sync.push(session, push)))
  },
}

const PullQuery = z.object({
  cursor: z.string().max(MAX_CURSOR).optional(),
  limit: wholeNumber.pipe(z.number().min(1).max(PULL_LIMIT)).optional(),
  values: z.enum(['0', '1']).optional(),
})

export const pullRoute: HubRoute = {
  name: 'pull',
  method: 'GET',
  access: 'agent',
  roles: EVERY_ROLE,
  bodyLimit: 0,
  handle: async ({ request, reply, services, session }) => {
    const { cursor = null, limit = PULL_LIMIT, values } = inputOf(PullQuery, request, 'query')
    const answer = await services.sync.pull(session, { cursor, limit })
    return sendText(request, reply, JSON.stringify(values === '1' ? packPage(answer) : answer))
  },
}

const SnapshotQuery = z.object({
  position: z.string().max(MAX_POSITION).optional(),
  own: z.enum(['0', '1']).optional(),
  since: wholeNumber.optional(),
  several: z.enum(['0', '1']).optional(),
  tables: z.string().max(MAX_TABLES).optional(),
})

export const snapshotRoute: HubRoute = {
  name: 'snapshot',
  method: 'GET',
  access: 'agent',
  roles: EVERY_ROLE,
  bodyLimit: 0,
  handle: async ({ request, reply, services, session }) => {
    const { position = null, own, since = null, several, tables } = inputOf(SnapshotQuery, request, 'query')
    const only = tables === undefined ? null : tables.split(',')
    const query = { position, ownFirst: own === '1', since, several: several === '1', tables: only }
    return sendParts(request, reply, await services.sync.snapshot(session, query))
  },
}
