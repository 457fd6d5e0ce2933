import { createHash } from 'node:crypto'
import type { Row } from '../../shared/domain/tables.ts'
import { routes } from '../../shared/protocol/routes.ts'
import type { PushEntry, Verdict } from '../../shared/protocol/push.ts'
import { PushAnswer } from '../../shared/protocol/push.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { stageRows } from '../../server/sync/admin.ts'
import type { TableRow } from '../../server/sync/store.ts'
import { aCustomer, aMessage, aThread, aTicket, freshId } from './builders.ts'
import type { HubUnderTest, SignedInAs } from './hub.ts'
import { post } from './hub.ts'

export type Case = {
  readonly customer: Row<'customers'>
  readonly ticket: Row<'tickets'>
  readonly thread: Row<'threads'>
  readonly message: Row<'messages'>
}

/** A customer with one ticket, staged through the same door as imports. */
export async function addCase(
  hub: Pick<HubUnderTest, 'deps' | 'workspaceId'>,
  thread: Partial<Row<'threads'>> = {},
  person: Partial<Row<'customers'>> = {},
): Promise<Case> {
  const customer = aCustomer({ id: freshId(), ...person })
  const ticket = aTicket({ id: freshId(), customerId: customer.id, number: null, lastMessageSeq: 1 })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const made: Case = {
    customer,
    ticket,
    thread: aThread({ id: freshId(), ...place, ...thread }),
    message: aMessage({ id: freshId(), ...place }),
  }
  const rows: TableRow[] = [
    { table: 'customers', row: made.customer },
    { table: 'tickets', row: made.ticket },
    { table: 'threads', row: made.thread },
    { table: 'messages', row: made.message },
  ]
  await stageRows(hub.deps, hub.workspaceId, [rows])
  return made
}

export const epochOf = async (hub: HubUnderTest): Promise<string> =>
  (await hub.store.read(hub.workspaceId, tx => tx.settings())).epoch

export type PushOptions = {
  readonly url?: string
  readonly mutationId?: string
  /** As a restored hub is given it again. */
  readonly replayed?: boolean
  /** Of the agent's act, by a clock that may be wrong. */
  readonly nowMs?: number
}

/** Pushes one intent as a laptop does and answers its verdict. */
export async function pushOne(
  hub: HubUnderTest,
  who: SignedInAs,
  intent: Pick<PushEntry, 'name' | 'args'> & PushOptions,
): Promise<Verdict> {
  const { url = hub.url, mutationId = freshId(), replayed = false, name, args } = intent
  const { nowMs = hub.clock.now() } = intent
  const answer = await post(
    `${url}${routes.push}`,
    {
      protocol: PROTOCOL,
      clientId: who.clientId,
      epoch: await epochOf(hub),
      sentAtMs: hub.clock.now(),
      entries: [{ mutationId, groupId: null, name, args, nowMs, replayed }],
    },
    who.headers,
  )
  if (answer.status !== 200) throw new Error(`Push answered ${answer.status}: ${await answer.text()}`)
  const [verdict] = PushAnswer.parse(await answer.json()).verdicts
  if (!verdict) throw new Error('A push of one entry has one verdict')
  return verdict
}

export const addNoteTo = ({ ticket, thread }: Case, body: string) => ({
  name: 'note.add',
  args: { noteId: freshId(), ticketId: ticket.id, threadId: thread.id, body, attachments: [] as object[] },
})

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
