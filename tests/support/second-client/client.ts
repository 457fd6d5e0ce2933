import type { Core, Credentials, Installation } from './api.ts'
import * as api from './api.ts'
import * as blobs from './blobs.ts'
import * as live from './live.ts'
import * as pulling from './pull.ts'
import * as pushing from './push.ts'
import type { Entry, State, Verdict, WireRow } from './state.ts'
import { emptyState, keyOf } from './state.ts'
import type { Send } from './wire.ts'
import { overHttp } from './wire.ts'

type Options = {
  readonly baseUrl: string
  readonly send?: Send
  readonly now?: () => number
  readonly installation?: Installation
  /** What an earlier one of the same installation had stored. */
  readonly stored?: State
}
type EntryFields = Partial<Pick<Entry, 'mutationId' | 'groupId' | 'nowMs' | 'replayed'>>

/** A client of the hub as docs/sync-protocol.md describes it, with nothing of the product in it. */
export class SecondClient {
  readonly core: Core

  constructor({ baseUrl, send, now = Date.now, installation, stored }: Options) {
    this.core = {
      baseUrl,
      send: send ?? overHttp(baseUrl),
      now,
      installation: installation ?? {
        id: api.newId(now()),
        name: 'second client',
        platform: 'node',
        version: '1',
      },
      state: structuredClone(stored ?? emptyState()),
      hasPulled: false,
      refreshing: null,
    }
  }

  get state(): State {
    return this.core.state
  }
  /** The same installation after a crash: what was stored, nothing of what was under way. */
  restarted(options: Partial<Options> = {}): SecondClient {
    const { baseUrl, send, now, installation, state } = this.core
    // Another address has a way of its own.
    const way = options.baseUrl === undefined ? { send } : {}
    return new SecondClient({ baseUrl, now, installation, stored: state, ...way, ...options })
  }
  newId(): string {
    return api.newId(this.core.now())
  }

  hello(): Promise<api.Hello> {
    return api.hello(this.core)
  }
  async signIn(credentials: Credentials): Promise<this> {
    await api.signIn(this.core, credentials)
    return this
  }
  refresh(): Promise<void> {
    return api.refresh(this.core)
  }
  signOut(): Promise<void> {
    return api.signOut(this.core)
  }

  entry(name: string, args: unknown, fields: EntryFields = {}): Entry {
    const { mutationId = this.newId(), groupId = null, nowMs = this.core.now(), replayed = false } = fields
    return { mutationId, groupId, name, args, nowMs, replayed }
  }
  /** What the agent does, into the outbox. */
  act(name: string, args: unknown, fields: EntryFields = {}): Entry {
    const entry = this.entry(name, args, fields)
    this.state.outbox.push({ entry, verdict: null, isParked: false, isUnanswered: false, notBeforeMs: 0 })
    return entry
  }
  /** Acts and pushes; answers the verdict on this act. */
  async send(name: string, args: unknown, fields: EntryFields = {}): Promise<Verdict> {
    const { mutationId } = this.act(name, args, fields)
    const found = (await this.push()).findLast(verdict => verdict.mutationId === mutationId)
    if (!found) throw new Error('The hub said nothing about it')
    return found
  }
  pushOnce(): Promise<readonly Verdict[]> {
    return pushing.pushOnce(this.core)
  }

  push(): Promise<readonly Verdict[]> {
    return pushing.push(this.core)
  }
  pull(options: { readonly limit?: number } = {}): Promise<readonly string[]> {
    return pulling.pull(this.core, options)
  }
  /** Push, then pull, until neither has more to do. */
  async sync(): Promise<void> {
    await this.push()
    await this.pull()
    await this.push()
  }

  connect(onFrame?: (frame: live.Frame) => void): Promise<live.Line> {
    return live.connect(this.core, onFrame)
  }
  poll(waitMs: number, after?: number): Promise<live.Frame> {
    return live.poll(this.core, waitMs, after)
  }
  upload(blob: { customerId: string; bytes: Buffer; chunkBytes?: number }): Promise<string> {
    return blobs.upload(this.core, blob)
  }
  download(name: blobs.BlobName, have?: Buffer): Promise<Buffer> {
    return blobs.download(this.core, name, have)
  }

  row(table: string, id: string): WireRow | null {
    return this.state.rows.get(keyOf(table, id))?.row ?? null
  }
  rows(table: string): readonly WireRow[] {
    return [...this.state.rows.values()].filter(held => held.table === table).map(({ row }) => row)
  }
  /** All rows by table and id, to compare. */
  all(): Readonly<Record<string, WireRow>> {
    return Object.fromEntries([...this.state.rows].map(([key, { row }]) => [key, row]))
  }
}
