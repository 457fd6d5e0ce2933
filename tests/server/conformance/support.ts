import { expect } from 'vitest'
import { applyAsHub } from '../../../server/sync/admin.ts'
import { PASSWORD, SEED_AGENTS } from '../../support/hub.ts'
import type { AgentName, HubUnderTest } from '../../support/hub.ts'
import { newId } from '../../support/second-client/api.ts'
import { SecondClient } from '../../support/second-client/client.ts'
import { pushEntries } from '../../support/second-client/push.ts'
import type { Entry, Verdict } from '../../support/second-client/state.ts'
import type { Send, WireAnswer, WireRequest } from '../../support/second-client/wire.ts'
import { HubError, json, overHttp } from '../../support/second-client/wire.ts'

export const credentialsOf = (name: AgentName): { readonly email: string; readonly password: string } => ({
  email: SEED_AGENTS[name].email,
  password: PASSWORD,
})

type ClientOptions = { readonly send?: Send; readonly url?: string }
/** A new installation, signed in, with nothing pulled yet. The hub's clock is its clock. */
export function signedIn(
  hub: HubUnderTest,
  name: AgentName,
  { send, url = hub.url }: ClientOptions = {},
): Promise<SecondClient> {
  const client = new SecondClient({ baseUrl: url, now: hub.clock.now, ...(send ? { send } : {}) })
  return client.signIn(credentialsOf(name))
}
/** The same, with everything in scope. */
export async function settled(
  hub: HubUnderTest,
  name: AgentName,
  options: ClientOptions = {},
): Promise<SecondClient> {
  const client = await signedIn(hub, name, options)
  await client.pull()
  return client
}

export const newCustomer = (customerId: string, fields: object = {}) => ({
  customerId,
  name: 'Ana Ruiz',
  organisationId: null,
  jobTitle: null,
  language: null,
  timeZone: null,
  preferredChannel: null,
  labels: [],
  facts: '',
  contactPoints: [],
  ...fields,
})
export const newTicket = (at: Place, thread: object = {}, fields: object = {}) => ({
  ticketId: at.ticketId,
  customerId: at.customerId,
  subject: 'Charged twice',
  channel: 'email',
  tags: [],
  fields: {},
  threads: [
    {
      id: at.threadId,
      kind: 'service',
      state: 'open',
      priority: 'normal',
      teamId: null,
      assigneeId: null,
      ...thread,
    },
  ],
  message: null,
  note: null,
  ...fields,
})
export type Place = { readonly customerId: string; readonly ticketId: string; readonly threadId: string }
export const newPlace = (client: SecondClient): Place => ({
  customerId: client.newId(),
  ticketId: client.newId(),
  threadId: client.newId(),
})
export const newNote = (client: SecondClient, at: Place, fields: object = {}) => ({
  noteId: client.newId(),
  ticketId: at.ticketId,
  threadId: at.threadId,
  body: 'Bank confirms one charge.',
  attachments: [],
  ...fields,
})
export const newReply = (client: SecondClient, at: Place, fields: object = {}) => ({
  messageId: client.newId(),
  ticketId: at.ticketId,
  threadId: at.threadId,
  channel: 'email',
  to: [{ name: null, address: 'ana@norte.example' }],
  cc: [],
  bodyText: 'Sorry about that.',
  bodyHtml: null,
  attachments: [],
  seenUpToSeq: 0,
  confirmed: false,
  ...fields,
})

/** A customer with a ticket of one thread, made through the protocol. */
export async function addCase(client: SecondClient, thread: object = {}): Promise<Place> {
  const at = newPlace(client)
  client.act('customer.create', newCustomer(at.customerId))
  client.act('ticket.create', newTicket(at, thread))
  expect((await client.push()).map(({ kind }) => kind)).toEqual(['done', 'done'])
  return at
}

/** Verdicts on entries sent as they are, outside of the outbox. */
export const verdictsOn = async (
  client: SecondClient,
  ...entries: readonly Entry[]
): Promise<readonly Verdict[]> => (await pushEntries(client.core, entries)).verdicts
export const kindsOf = (verdicts: readonly Verdict[]): readonly string[] => verdicts.map(({ kind }) => kind)

/** A request as it stands, in the name of a client unless it says otherwise. */
export function rawRequest(client: SecondClient, request: Partial<WireRequest> & { readonly path: string }) {
  const { accessToken = '' } = client.state.session ?? {}
  const { method = 'GET', headers = {}, body = null, path } = request
  return overHttp(client.core.baseUrl)({
    method,
    path,
    headers: { authorization: `Bearer ${accessToken}`, ...headers },
    body,
  })
}
export const rawJson = (client: SecondClient, path: string, body: unknown): Promise<WireAnswer> =>
  rawRequest(client, {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(body)),
  })

/** A customer's message, as the hub takes in mail. */
export async function receive(hub: HubUnderTest, at: Place, bodyText: string): Promise<void> {
  const args = {
    messageId: newId(hub.clock.now()),
    ticketId: at.ticketId,
    channel: 'email' as const,
    from: { name: 'Ana Ruiz', address: 'ana@norte.example' },
    to: [],
    cc: [],
    bodyText,
    bodyHtml: null,
    mailId: null,
    receivedAtMs: hub.clock.now(),
    attachments: [],
  }
  const intent = { name: 'ticket.receive' as const, args, mutationId: newId(hub.clock.now()) }
  expect(await applyAsHub(hub.deps, hub.workspaceId, [intent])).toBe(null)
}

/** Moves a note to a ticket of another customer, as merging does. */
export async function moveNote(hub: HubUnderTest, noteId: string, to: Place): Promise<void> {
  const seq = await hub.store.write(hub.workspaceId, async tx => {
    const [found] = await tx.lockRows([{ table: 'notes', id: noteId }])
    const { customerId, ticketId, threadId } = to
    await tx.patchRows('notes', [{ id: noteId, fields: { customerId, ticketId, threadId } }])
    const prevGroupIds = [String(found?.row['customerId'])]
    const at = { table: 'notes', rowId: noteId, groupId: customerId } as const
    return tx.publish([{ kind: 'row', ...at, prevGroupIds, agentId: null }], hub.clock.now())
  })
  hub.deps.announce(hub.workspaceId, seq)
}

type ErrorBody = { readonly error: { readonly code: string; readonly details: Record<string, unknown> } }
/** What is documented of a failure: status, code in body and header, details. */
export function expectFailure(
  answer: WireAnswer,
  expected: { status: number; code: string; where?: string },
): void {
  const { status, code, where } = expected
  expect({ status: answer.status, code: answer.headers['tandem-error'] }).toEqual({ status, code })
  const { error } = json<ErrorBody>(answer)
  expect(Object.keys(error).toSorted()).toEqual(['code', 'details', 'message'])
  expect(error.code).toBe(code)
  if (where !== undefined) expect(error.details['where']).toBe(where)
}
/** The error of a request that fails. */
export async function failureOf(work: Promise<unknown>): Promise<HubError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof HubError) return error
  throw new Error(`No failure of the hub: ${String(error)}`)
}

export type Lossy = { readonly send: Send; readonly loseNext: (path: string) => void }
/** A network that loses the answer to the next request of a path: the hub did its work and nobody heard. */
export function lossy(baseUrl: string): Lossy {
  const through = overHttp(baseUrl)
  let losing: string | null = null
  return {
    loseNext: path => {
      losing = path
    },
    send: async request => {
      const answer = await through(request)
      if (losing === null || !request.path.startsWith(losing)) return answer
      losing = null
      throw new Error('The answer was lost')
    },
  }
}
