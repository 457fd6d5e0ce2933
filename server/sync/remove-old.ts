import { toDomain } from '../../shared/domain/codec.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { CutOffs } from '../../shared/rules/retention/retention-rule.ts'
import { isOldPerson, isOldPost, isOldTicket } from '../../shared/rules/retention/what-is-old.ts'
import { change, removePerson, removeTicket } from './admin.ts'
import type { HubDeps } from './apply-as-hub.ts'
import type { RowBook } from './row-book.ts'
import type { HubReader, HubTx } from './store.ts'

type Old = { readonly id: string; readonly cutOffs: CutOffs }
type Writing = { readonly tx: HubTx; readonly book: RowBook }

const NOTHING = { tickets: 0, customers: 0, posts: 0 }
const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10)

async function familyOf(tx: HubReader, customerId: string): Promise<readonly string[]> {
  return (await tx.families([customerId])).get(customerId) ?? [customerId]
}

/** Legal holds on a person; of those on single tickets, only on the one named. */
async function isHeld(tx: HubReader, customerId: string, ticketId: string): Promise<boolean> {
  for (const each of await familyOf(tx, customerId)) {
    const found = await tx.many({ table: 'holds', where: { customerId: each }, above: null })
    if (found.some(hold => (hold['ticketId'] ?? ticketId) === ticketId)) return true
  }
  return false
}

/** Judged by the rows as they are locked: who writes meanwhile comes before or after, never between. */
async function isStillOld({ tx, book }: Writing, { id, cutOffs }: Old): Promise<boolean> {
  const ticket = await book.one({ table: 'tickets', id })
  if (!ticket) return false
  const customerId = String(ticket['customerId'])
  await book.lock([{ table: 'customers', id: customerId }])
  const threads = await tx.many({ table: 'threads', where: { ticketId: id }, above: null })
  await book.lock(threads.map(thread => ({ table: 'threads' as const, id: thread.id })))
  const now = threads.flatMap(thread => book.now({ table: 'threads', id: thread.id }) ?? [])
  const drafts = await tx.many({ table: 'drafts', where: { ticketId: id }, above: null })
  const isOld = isOldTicket(
    now.map(row => toDomain('threads', row)),
    cutOffs,
  )
  return isOld && drafts.length === 0 && !(await isHeld(tx, customerId, id))
}

/** Removes a ticket that is old still; laptops get tombstones. Answers whether it did. */
export async function removeOldTicket(deps: HubDeps, workspaceId: string, old: Old): Promise<boolean> {
  let isRemoved = false
  await change(deps, workspaceId, async (tx, book) => {
    isRemoved = await isStillOld({ tx, book }, old)
    if (!isRemoved) return
    await removeTicket({ tx, book }, old.id, 'goes')
    await tx.recordRemoval({ ...NOTHING, day: dayOf(deps.clock.now()), tickets: 1 })
  })
  return isRemoved
}

/** Erases a person nobody has been in contact with. Answers whether it did. */
export async function removeOldCustomer(deps: HubDeps, workspaceId: string, old: Old): Promise<boolean> {
  let isRemoved = false
  await change(deps, workspaceId, async (tx, book) => {
    isRemoved = false
    const family = await familyOf(tx, old.id)
    const customers = family.map(id => ({ table: 'customers' as const, id }))
    await book.lock(customers)
    if (!book.now({ table: 'customers', id: old.id })) return
    const rows = await tx.groupRows(family)
    await book.lock(rows.map(({ table, row }) => ({ table, id: row.id })))
    const now = rows.flatMap(({ table, row }) => {
      const locked = book.now({ table, id: row.id })
      return locked ? [{ table, row: locked }] : []
    })
    if (!isOldPerson(now, old.cutOffs.customer)) return
    const atMs = deps.clock.now()
    await removePerson({ tx, book }, { customerId: old.id, agentId: null, reason: 'ended', atMs })
    await tx.recordRemoval({ ...NOTHING, day: dayOf(atMs), customers: 1 })
    isRemoved = true
  })
  return isRemoved
}

/** Removes posts without a customer that are old still. Answers how many: one may have found its customer meanwhile. */
export async function removeOldPosts(
  deps: HubDeps,
  workspaceId: string,
  { ids, cutOffs }: { readonly ids: readonly string[]; readonly cutOffs: CutOffs },
): Promise<number> {
  let removed = 0
  await change(deps, workspaceId, async (tx, book) => {
    const refs = ids.map(id => ({ table: 'unplacedPosts' as const, id }))
    await book.lock(refs)
    const old = refs.filter(ref => {
      const row = book.now(ref)
      return row ? isOldPost(toDomain('unplacedPosts', row), cutOffs) : false
    })
    if (old.length > 0) await tx.clearShelf()
    for (const ref of old) book.set(ref, null)
    removed = old.length
    if (removed > 0) await tx.recordRemoval({ ...NOTHING, day: dayOf(deps.clock.now()), posts: removed })
  })
  return removed
}

/** Throws `conflict` while a legal hold names the person or a ticket of theirs. */
export async function assertNotHeld(
  { store }: Pick<HubDeps, 'store'>,
  workspaceId: string,
  customerId: string,
): Promise<void> {
  const held = await store.read(workspaceId, async tx => {
    const found = (await familyOf(tx, customerId)).map(each =>
      tx.many({ table: 'holds', where: { customerId: each }, above: null }),
    )
    return (await Promise.all(found)).flat().length
  })
  if (held > 0) throw new AppError(ErrorCode.LegalHold, 'A legal hold stands', { id: customerId })
}
