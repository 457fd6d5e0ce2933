import type { InternalOutput } from '../../shared/contract/internal.ts'
import type { NetworkFacts } from '../../shared/contract/internal.ts'
import type { SyncStatus } from '../../shared/contract/sync.ts'
import type { ConversationPage } from '../../shared/contract/tickets.ts'
import { tableNames } from '../../shared/domain/tables.ts'
import { contentOfDatabase } from './desk-laptop.ts'
import { openInput, startDataProcess, temporaryFolder } from './data-process.ts'
import type { DataProcess, Machine, Patches, PlaceInput } from './data-process.ts'
import { PASSWORD, SEED_AGENTS } from './hub.ts'
import type { AgentName } from './hub.ts'
import { readHub } from './hub-view.ts'
import { openLaptopDatabase } from './laptop-database.ts'
import { sampleId } from './sample-row.ts'

export const ONLINE: NetworkFacts = { isOnline: true, isCut: false, proxyUrl: null, extraCertificates: [] }

/** Cut by choice: otherwise the laptop tries now and then, and the hub of a test does answer. */
export const OFFLINE_FACTS: NetworkFacts = { ...ONLINE, isOnline: false, isCut: true }

type Content = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** The data process of one agent's laptop with its place open. */
export type WholeLaptop = {
  readonly data: DataProcess
  readonly input: PlaceInput
  readonly call: (name: string, input?: unknown) => Promise<unknown>
  readonly status: () => Promise<SyncStatus>
  /** Waits until the status is as asked; fails with the last one. */
  readonly until: (is: (status: SyncStatus) => boolean, withinMs?: number) => Promise<SyncStatus>
  /** Everything is here and nothing waits. Looks at once, whatever failed before. */
  readonly settled: () => Promise<SyncStatus>
  /** Every row on the disk, by table, sorted by id. */
  readonly content: () => Content
  /** What was said on a ticket, oldest first. */
  readonly said: (ticketId: string) => Promise<readonly string[]>
  /** Ends this process without a word and starts another on the same folder, on the same machine or on the one given. */
  readonly restarted: (machine?: Machine) => Promise<WholeLaptop>
  /** The same, with the place still closed: opening it is up to the test. */
  readonly restartedClosed: (machine?: Machine) => Promise<WholeLaptop>
}

export type SitDown = {
  readonly hubUrl: string
  readonly name: AgentName
  readonly network?: NetworkFacts
  /** Where its folder lies; a temporary one when nothing is said. */
  readonly folder?: string
  /** A product with something taken out. */
  readonly patch?: Patches
  readonly machine?: Machine
  /** Work for the end of the test, run in reverse. */
  readonly cleanUps: (() => unknown)[]
}

const isSettled = ({ phase, waiting, isFilled }: SyncStatus): boolean =>
  phase.state === 'idle' && waiting === 0 && isFilled

function untilOf(data: DataProcess): WholeLaptop['until'] {
  return (is, withinMs = 45_000) =>
    new Promise((resolve, reject) => {
      let last: SyncStatus | null = null
      const look = (status: SyncStatus): void => {
        last = status
        if (!is(status)) return
        clearTimeout(tooLate)
        stop()
        resolve(status)
      }
      const tooLate = setTimeout(() => {
        stop()
        reject(new Error(`Not so within ${withinMs} ms: ${JSON.stringify(last)}`))
      }, withinMs)
      const stop = data.on('sync.changed', status => look(status as SyncStatus))
      data.call('sync.status', {}).then(status => look(status as SyncStatus), reject)
    })
}

function contentIn(folder: string): Content {
  const database = openLaptopDatabase({ folder })
  try {
    return contentOfDatabase(database)
  } finally {
    database.close()
  }
}

type Kept = Required<Pick<SitDown, 'cleanUps' | 'patch' | 'machine'>>

function laptopOn(data: DataProcess, input: PlaceInput, kept: Kept): WholeLaptop {
  const until = untilOf(data)
  const restartedClosed = async (machine = kept.machine): Promise<WholeLaptop> => {
    await data.kill()
    const fresh = await startDataProcess(kept.patch, machine)
    kept.cleanUps.push(fresh.kill)
    return laptopOn(fresh, input, { ...kept, machine })
  }
  return {
    data,
    input,
    call: (name, given = {}) => data.call(name, given),
    status: () => data.call('sync.status', {}) as Promise<SyncStatus>,
    until,
    settled: async () => {
      await data.call('sync.wake', {})
      return until(isSettled)
    },
    content: () => contentIn(input.folder),
    said: async ticketId => {
      const page = (await data.call('tickets.conversation', {
        ticketId,
        before: null,
        limit: 200,
      })) as ConversationPage
      return page.items.flatMap(item => (item.type === 'message' ? [item.message.bodyText] : []))
    },
    restarted: async machine => {
      const fresh = await restartedClosed(machine)
      await fresh.call('data.open', input)
      return fresh
    },
    restartedClosed,
  }
}

function newFolder(cleanUps: SitDown['cleanUps']): string {
  const { path, remove } = temporaryFolder()
  cleanUps.push(remove)
  return path
}

/** Signs in over the data process, as main does, and opens the place in a folder of its own. */
export async function sitDown(given: SitDown): Promise<WholeLaptop> {
  const { hubUrl, name, network = ONLINE, patch = null, machine = {}, cleanUps } = given
  const data = await startDataProcess(patch, machine)
  cleanUps.push(data.kill)
  const client = { id: sampleId(), name: 'laptop', platform: 'linux', version: '1' }
  const signedIn = (await data.call('data.signIn', {
    hubUrl,
    email: SEED_AGENTS[name].email,
    password: PASSWORD,
    workspace: null,
    client,
    network,
  })) as InternalOutput<'data.signIn'>
  const folder = given.folder ?? newFolder(cleanUps)
  const place = { ...signedIn.place, id: 'place', isDemo: false, lastOpenedAtMs: 0 }
  const input = openInput({ folder, clientId: client.id, tokens: signedIn.tokens, network, place })
  await data.call('data.open', input)
  return laptopOn(data, input, { cleanUps, patch, machine })
}

/** Seen whatever there is: without it each reply reads everything that was said before. */
export const SEEN_ALL = 1_000_000

/** Where somebody writes. */
export type OnTicket = { readonly ticket: { readonly id: string }; readonly thread: { readonly id: string } }

/** A reply as the composer makes it. */
export const replyTo = ({ ticket, thread }: OnTicket, bodyText: string, seenUpToSeq = 1) => ({
  messageId: sampleId(),
  ticketId: ticket.id,
  threadId: thread.id,
  channel: 'chat',
  to: [],
  cc: [],
  bodyText,
  bodyHtml: null,
  attachments: [],
  seenUpToSeq,
  confirmed: true,
})

export const noteOn = ({ ticket }: Pick<OnTicket, 'ticket'>, body: string) => ({
  noteId: sampleId(),
  ticketId: ticket.id,
  threadId: null,
  body,
  attachments: [],
})

/** Everything the agent may see on the hub, in the form of `content`. */
export async function contentOnHub(hubUrl: string, name: AgentName): Promise<Content> {
  const rows = await readHub(hubUrl, { email: SEED_AGENTS[name].email, password: PASSWORD })
  return Object.fromEntries(
    tableNames.map(table => [
      table,
      (rows.get(table) ?? []).toSorted((left, right) => (String(left['id']) < String(right['id']) ? -1 : 1)),
    ]),
  )
}
