import type { MutationInput, MutationName } from '../../shared/mutations/index.ts'
import type { PushEntry, PushRequest, Verdict } from '../../shared/protocol/push.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import type { Caller } from '../../server/sync/caller.ts'
import { push } from '../../server/sync/push.ts'
import { freshId } from './builders.ts'
import type { TestHub, TestWorkspace } from './hub-db.ts'

/** An entry as an outbox would send it. */
export function entryOf<Name extends MutationName>(
  name: Name,
  args: MutationInput<Name>,
  fields: Partial<PushEntry> & { readonly nowMs: number },
): PushEntry {
  return { mutationId: freshId(), groupId: null, name, args, replayed: false, ...fields }
}

export type TestClient = {
  readonly clientId: string
  readonly caller: Caller
  readonly entry: <Name extends MutationName>(
    name: Name,
    args: MutationInput<Name>,
    fields?: Partial<PushEntry>,
  ) => PushEntry
  /** Pushes through the product's own function; answers the verdicts. */
  readonly push: (entries: readonly PushEntry[], fields?: Partial<PushRequest>) => Promise<readonly Verdict[]>
  /** Pushes one entry and answers its verdict. */
  readonly send: <Name extends MutationName>(
    name: Name,
    args: MutationInput<Name>,
    fields?: Partial<PushEntry>,
  ) => Promise<Verdict>
}

/** One laptop of an agent, as far as pushing goes. */
export function testClient(hub: TestHub, workspace: TestWorkspace, agentId = workspace.agent.id): TestClient {
  const clientId = freshId()
  const caller = { workspaceId: workspace.id, agentId }
  const entry: TestClient['entry'] = (name, args, fields = {}) =>
    entryOf(name, args, { nowMs: hub.clock.now(), ...fields })
  const pushAll: TestClient['push'] = async (entries, fields = {}) => {
    const request = {
      protocol: PROTOCOL,
      clientId,
      epoch: workspace.epoch,
      sentAtMs: hub.clock.now(),
      entries: [...entries],
    }
    return (await push(hub.deps, caller, { ...request, ...fields })).verdicts
  }
  return {
    clientId,
    caller,
    entry,
    push: pushAll,
    send: async (name, args, fields) => {
      const [verdict] = await pushAll([entry(name, args, fields)])
      if (!verdict) throw new Error('A push of one entry has one verdict')
      return verdict
    },
  }
}

/** Arguments of a plain new ticket. */
export function newTicket(
  customerId: string,
  fields: Partial<MutationInput<'ticket.create'>> = {},
): MutationInput<'ticket.create'> & { readonly threadId: string } {
  const threadId = freshId()
  const args: MutationInput<'ticket.create'> = {
    ticketId: freshId(),
    customerId,
    subject: 'Charged twice',
    channel: 'email',
    tags: [],
    fields: {},
    threads: [
      { id: threadId, kind: 'service', state: 'open', priority: 'normal', teamId: null, assigneeId: null },
    ],
    message: null,
    note: null,
    ...fields,
  }
  // `threadId` is for the test only: it is taken off before the arguments are parsed strictly.
  return Object.defineProperty(args, 'threadId', { value: threadId, enumerable: false }) as typeof args & {
    readonly threadId: string
  }
}

export function newReply(
  at: { readonly ticketId: string; readonly threadId: string },
  fields: Partial<MutationInput<'ticket.reply'>> = {},
): MutationInput<'ticket.reply'> {
  const { ticketId, threadId } = at
  return {
    messageId: freshId(),
    ticketId,
    threadId,
    channel: 'email',
    to: [{ name: null, address: 'ana@norte.example' }],
    cc: [],
    bodyText: 'Sorry about that.',
    bodyHtml: null,
    attachments: [],
    seenUpToSeq: 0,
    confirmed: false,
    ...fields,
  }
}
