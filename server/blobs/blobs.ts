import type { Pool } from 'pg'
import type { Clock } from '../../shared/clock.ts'
import type { CustomerId } from '../../shared/domain/ids.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { Session as AgentSession } from '../auth/session.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readBlob, readChunkAt } from '../db/queries/blob-content.ts'
import type { Session } from '../db/queries/session.ts'
import { isUnbounded, keysOf, overlaps } from '../sync/scope.ts'
import type { HubReader, HubStore } from '../sync/store.ts'
import { adoptBlob } from './adopt.ts'
import { readKey } from './customer-key.ts'
import type { ByteRange } from './range.ts'
import { maskContent } from './mask-content.ts'
import { readContent } from './read-content.ts'
import type { Chunk, Progress } from './upload.ts'
import { appendChunk, assertChunkFits } from './upload.ts'

export type BlobName = { readonly customerId: CustomerId; readonly sha256: string }
export type OpenBlob = {
  readonly sizeBytes: number
  /** What the content is when it is not what the name says: masked for a guest. */
  readonly maskedSha256?: string
  readonly read: (range: ByteRange) => AsyncIterable<Buffer>
}

/** Contents of attachments: sealed in the database with a key per customer, given in and out in pieces. */
export type Blobs = {
  /** Throws `not-found` for customers outside of the agent's scope, as all of these do. */
  readonly progress: (session: AgentSession, name: BlobName) => Promise<Progress>
  /** Throws `too-large`, `bad-request`, `conflict` with the offset to go on from. */
  readonly append: (session: AgentSession, name: BlobName, chunk: Chunk) => Promise<Progress>
  /** To a guest words are given masked. Throws `blob-missing` unless all of it is here, `too-large` as `maskContent` says. */
  readonly open: (session: AgentSession, name: BlobName) => Promise<OpenBlob>
}

type BlobsDeps = {
  readonly app: Pool
  readonly store: HubStore
  readonly clock: Clock
  readonly hubKey: Buffer | null
}

export function createBlobs({ app, store, clock, hubKey }: BlobsDeps): Blobs {
  const within = <T>(
    workspaceId: string,
    mode: 'read' | 'write',
    fn: (session: Session) => Promise<T>,
  ): Promise<T> => inWorkspace(app, { workspaceId, mode }, client => fn({ client, workspaceId }))

  async function open({ workspaceId, agent }: AgentSession, name: BlobName): Promise<OpenBlob> {
    const readRow = (): ReturnType<typeof readBlob> =>
      within(workspaceId, 'read', session => readBlob(session, name))
    let row = await readRow()
    if (!row?.isComplete) {
      const context = { hubKey, nowMs: clock.now() }
      await within(workspaceId, 'write', session =>
        adoptBlob(session, { ...name, agentId: agent.id }, context),
      )
      row = await readRow()
    }
    if (!row?.isComplete) throw new AppError(ErrorCode.BlobMissing, 'The content is not on the hub')
    const key = await within(workspaceId, 'read', session => readKey(session, name.customerId, hubKey))
    const chunkAt = (byte: number): ReturnType<typeof readChunkAt> =>
      within(workspaceId, 'read', session => readChunkAt(session, name, byte))
    return { sizeBytes: row.sizeBytes, read: range => readContent({ blob: name, key, chunkAt }, range) }
  }

  return {
    progress: async (session, name) => {
      await assertInScope(store, session, { ...name, isNewAllowed: true })
      const row = await within(session.workspaceId, 'read', inside => readBlob(inside, name))
      return { receivedBytes: row?.uploadOffset ?? 0, sizeBytes: row?.sizeBytes ?? null }
    },
    append: async (session, name, chunk) => {
      assertChunkFits(chunk)
      await assertInScope(store, session, { ...name, isNewAllowed: true })
      const upload = { ...name, agentId: session.agent.id, chunk }
      const context = { hubKey, nowMs: clock.now() }
      const result = await within(session.workspaceId, 'write', inside =>
        appendChunk(inside, upload, context),
      )
      if (result !== 'wrong-content') return result
      throw new AppError(ErrorCode.BadRequest, 'The content is not what its name says', { where: 'sha256' })
    },
    open: async (session, name) => {
      const given = await assertInScope(store, session, { ...name, isNewAllowed: false })
      const blob = await open(session, name)
      return given === null ? blob : maskContent(blob, given)
    },
  }
}

/**
 * A customer made offline reaches the hub after the attachments do, so one without an audience may be written for; it
 * has nothing that could be read. Outside of the scope the answer is that of an attachment that does not exist.
 */
async function assertInScope(store: HubStore, session: AgentSession, wanted: Wanted): Promise<Given> {
  const { customerId, isNewAllowed } = wanted
  const { isInScope, given } = await store.read(session.workspaceId, async tx => {
    const { settings, limits } = await tx.viewer(session.agent.id)
    const files = limits.isGuest && !isNewAllowed ? await filesGiven(tx, session, wanted) : null
    if (files?.length === 0) return { isInScope: false, given: files }
    if (isUnbounded(settings) && !limits.isGuest) return { isInScope: true, given: null }
    const audience = (await tx.audiences([customerId])).get(customerId)
    const isSeen =
      audience === undefined
        ? isNewAllowed && !limits.isGuest
        : overlaps(keysOf(session.agent, settings, limits), audience)
    return { isInScope: isSeen, given: files }
  })
  if (!isInScope) throw new AppError(ErrorCode.NotFound, 'No such attachment')
  return given
}

/** What a guest's files are called; null: somebody who is given contents as they are. */
type Given = readonly { readonly fileName: string; readonly mediaType: string }[] | null

/** To a guest only files of their teams' tickets are there, whatever else the customer has sent. */
async function filesGiven(
  tx: HubReader,
  { agent }: AgentSession,
  wanted: Wanted,
): Promise<NonNullable<Given>> {
  const { customerId, sha256 } = wanted
  const files = await tx.many({ table: 'attachments', where: { customerId }, above: null })
  const tickets = await tx.ticketsOfTeams({ customerIds: [customerId], teamIds: agent.teamIds })
  return files
    .filter(file => file['sha256'] === sha256 && tickets.has(String(file['ticketId'])))
    .map(file => ({ fileName: String(file['fileName']), mediaType: String(file['mediaType']) }))
}
type Wanted = BlobName & { readonly isNewAllowed: boolean }
