import type { Pool } from 'pg'
import type { Clock } from '../shared/clock.ts'
import type { KeepingAnswer, KeepingRequest } from '../shared/protocol/keeping.ts'
import { cutOffsAt } from '../shared/rules/retention/retention-rule.ts'
import type { Session } from './auth/session.ts'
import { inWorkspace } from './db/in-workspace.ts'
import { countOld, readRemovals } from './db/queries/old-rows.ts'

const DAYS_SHOWN = 30

/** What would go if things were kept for so many months, and what has gone. */
export const previewKeeping = (
  { app, clock }: { readonly app: Pool; readonly clock: Clock },
  { workspaceId }: Session,
  request: KeepingRequest,
): Promise<KeepingAnswer> =>
  inWorkspace(app, { workspaceId, mode: 'read' }, async client => {
    const session = { client, workspaceId }
    const counts = await countOld(session, cutOffsAt(clock.now(), request))
    return { ...counts, removed: [...(await readRemovals(session, DAYS_SHOWN))] }
  })
