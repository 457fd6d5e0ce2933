import { teamRuleId } from '../../shared/domain/between.ts'
import { toDomain } from '../../shared/domain/codec.ts'
import { cutOffsAt, retentionRuleOf } from '../../shared/rules/retention/retention-rule.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readOldCustomers, readOldPosts, readOldTickets } from '../db/queries/old-rows.ts'
import { removeOldCustomer, removeOldPosts, removeOldTicket } from '../sync/remove-old.ts'
import type { Job, JobContext } from './job.ts'

/** Each is a transaction of its own: laptops and colleagues hardly notice, and a hub that stops goes on where it was. */
const MOST_TICKETS = 2_000
const MOST_CUSTOMERS = 200
/** These are a transaction together. */
const MOST_POSTS = 200

async function ruleOf({ store, workspaceId }: JobContext) {
  const [row] = await store.read(workspaceId, tx => tx.rows('teamRules', [teamRuleId('retention')]))
  return retentionRuleOf(row ? toDomain('teamRules', row).content : null)
}

/** Removes closed tickets and posts without a customer, and erases people without contact, that are older than administrators want them kept. */
export const removeOldJob: Job = {
  kind: 'remove-old',
  everyMs: 10 * 60_000,
  run: async context => {
    const { workspaceId, app, clock, log, signal } = context
    const rule = await ruleOf(context)
    if (!rule.removesByItself) return
    const cutOffs = cutOffsAt(clock.now(), rule)
    const [tickets, customers, posts] = await inWorkspace(
      app,
      { workspaceId, mode: 'read' },
      async client => {
        const session = { client, workspaceId }
        return [
          await readOldTickets(session, cutOffs, MOST_TICKETS),
          await readOldCustomers(session, cutOffs, MOST_CUSTOMERS),
          await readOldPosts(session, cutOffs, MOST_POSTS),
        ] as const
      },
    )
    const removed = { tickets: 0, customers: 0, posts: 0 }
    for (const id of tickets)
      if (!signal.aborted && (await removeOldTicket(context, workspaceId, { id, cutOffs })))
        removed.tickets += 1
    for (const id of customers)
      if (!signal.aborted && (await removeOldCustomer(context, workspaceId, { id, cutOffs })))
        removed.customers += 1
    if (!signal.aborted && posts.length > 0)
      removed.posts = await removeOldPosts(context, workspaceId, { ids: posts, cutOffs })
    if (removed.tickets + removed.customers + removed.posts > 0)
      log.info('keeping.removed', { workspaceId, ...removed })
  },
}
