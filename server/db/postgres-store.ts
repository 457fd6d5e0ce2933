import type { Pool, PoolClient } from 'pg'
import type { HubReader, HubStore, HubTx } from '../sync/store.ts'
import { inWorkspace } from './in-workspace.ts'
import {
  lockAudiences,
  readAudiences,
  readCustomerIds,
  readOwnTickets,
  readVisibleCustomers,
  readThreadPlaces,
  readTicketsOfTeams,
  writeAudiences,
  readOrganisationsSeen,
} from './queries/audience.ts'
import { eraseBlobs, readMissingBlobs, recordErasure, recordExport } from './queries/blobs.ts'
import { readFamilies } from './queries/families.ts'
import {
  publish,
  purgeFeed,
  readErased,
  readErasedBehind,
  readFormerRows,
  readFeed,
  readHead,
} from './queries/feed.ts'
import { readForColleagues } from './queries/for-colleagues.ts'
import { recordRemoval } from './queries/old-rows.ts'
import { recordGuest } from './queries/guest-records.ts'
import { countIssues } from './queries/issue-counts.ts'
import { lockMany, lockRows } from './queries/lock-rows.ts'
import { readGroupRows, readMany, readRows, readStanding } from './queries/read-rows.ts'
import { forgetConflicts, lockClient, readReceipts, writeReceipts } from './queries/receipts.ts'
import {
  readAgedCustomers,
  readAudienceSizes,
  readEndedKeeps,
  readGroupHolds,
  readPeople,
} from './queries/scope.ts'
import type { PartMemory } from './part-memory.ts'
import { createPartMemory } from './part-memory.ts'
import type { Session } from './queries/session.ts'
import {
  bumpScopeStamp,
  doubtQueued,
  lockTicketCounter,
  readAgentLimits,
  readAgentStamp,
  readSettings,
  readViewer,
  writeAgentCap,
  writeEpoch,
  writeScope,
  writeTicketCounter,
} from './queries/settings.ts'
import { countRows, readSnapshotRows } from './queries/snapshot.ts'
import {
  beginShelf,
  clearShelf,
  keepPart,
  readKeptRows,
  readKeptTables,
  readShelf,
} from './queries/snapshot-shelf.ts'
import { insertRows, patchRows, removeRows } from './queries/write-rows.ts'

/** The hub's storage on PostgreSQL, over the pool of the app role. */
export function postgresStore(app: Pool): HubStore {
  const memory = createPartMemory()
  return {
    read: (workspaceId, fn) =>
      inWorkspace(app, { workspaceId, mode: 'read' }, client =>
        fn(readerOf({ client, workspaceId }, memory)),
      ),
    write: (workspaceId, fn) =>
      inWorkspace(app, { workspaceId, mode: 'sync' }, (client, endWith) =>
        fn(txOf({ client, workspaceId }, memory), endWith),
      ),
  }
}

/** Reads inside a transaction opened by `inWorkspace`. */
export function readerOf(session: Session, memory: PartMemory = createPartMemory()): HubReader {
  return {
    workspaceId: session.workspaceId,
    settings: () => readSettings(session),
    viewer: agentId => readViewer(session, agentId),
    rows: (table, ids) => readRows(session, table, ids),
    many: read => readMany(session, read),
    standing: refs => readStanding(session, refs),
    audiences: customerIds => readAudiences(session, customerIds),
    groupRows: customerIds => readGroupRows(session, customerIds),
    threadPlaces: customerIds => readThreadPlaces(session, customerIds),
    ticketsOfTeams: wanted => readTicketsOfTeams(session, wanted),
    forColleagues: customerIds => readForColleagues(session, customerIds),
    organisationsSeen: wanted => readOrganisationsSeen(session, wanted),
    groupHolds: (customerIds, asOfMs) => readGroupHolds(session, customerIds, asOfMs),
    families: customerIds => readFamilies(session, customerIds),
    agentLimits: () => readAgentLimits(session),
    agedCustomers: span => readAgedCustomers(session, span),
    endedKeeps: (nowMs, limit) => readEndedKeeps(session, nowMs, limit),
    audienceSizes: () => readAudienceSizes(session),
    issueCounts: issueIds => countIssues(session, issueIds),
    people: () => readPeople(session),
    ownTickets: own => readOwnTickets(session, own),
    visibleCustomers: page => readVisibleCustomers(session, page),
    customerIds: page => readCustomerIds(session, page),
    head: () => readHead(session),
    feed: page => readFeed(session, page),
    erasedSince: seq => readErased(session, seq),
    erasedBehind: ticketIds => readErasedBehind(session, ticketIds),
    formerRows: customerIds => readFormerRows(session, customerIds),
    expectedRows: () => countRows(session),
    snapshotRows: query => readSnapshotRows(session, query),
    shelf: epoch => readShelf(session, epoch),
    keptTables: () => readKeptTables(session),
    keptRows: place => readKeptRows(session, memory, place),
    agentStamp: agentId => readAgentStamp(session, agentId),
    missingBlobs: blobs => readMissingBlobs(session, blobs),
  }
}

/** A writing transaction opened by `inWorkspace`. */
export function txOf(session: Session, memory: PartMemory = createPartMemory()): HubTx {
  return {
    ...readerOf(session, memory),
    lockRows: refs => lockRows(session, refs),
    lockMany: reads => lockMany(session, reads),
    insertRows: (table, rows) => insertRows(session, table, rows),
    patchRows: (table, patches) => patchRows(session, table, patches),
    removeRows: (table, ids) => removeRows(session, table, ids),
    lockClient: clientId => lockClient(session, clientId),
    receipts: (clientId, mutationIds) => readReceipts(session, clientId, mutationIds),
    putReceipts: (clientId, receipts) => writeReceipts(session, clientId, receipts),
    lockAudiences: customerIds => lockAudiences(session, customerIds),
    setAudiences: audiences => writeAudiences(session, audiences),
    lockTicketCounter: () => lockTicketCounter(session),
    setTicketCounter: lastNumber => writeTicketCounter(session, lastNumber),
    publish: (changes, atMs) => publish(session, changes, atMs),
    setScope: change => writeScope(session, change),
    setAgentCap: (agentId, cap) => writeAgentCap(session, agentId, cap),
    setEpoch: epoch => writeEpoch(session, epoch),
    doubtQueued: atMs => doubtQueued(session, atMs),
    bumpScopeStamp: agentId => bumpScopeStamp(session, agentId),
    purgeFeed: beforeMs => purgeFeed(session, beforeMs),
    recordErasure: erasure => recordErasure(session, erasure),
    recordRemoval: async removal => void (await recordRemoval(session, removal)),
    recordExport: handedOut => recordExport(session, handedOut),
    recordGuest: stay => recordGuest(session, stay),
    eraseBlobs: customerId => eraseBlobs(session, customerId),
    forgetConflicts: rowIds => forgetConflicts(session, rowIds),
    beginShelf: begin => beginShelf(session, begin),
    keepPart: part => keepPart(session, part),
    clearShelf: () => clearShelf(session, memory),
    savepoint: fn => savepoint(session.client, fn),
  }
}

async function savepoint<T>(client: PoolClient, fn: () => Promise<T>): Promise<T> {
  await client.query('SAVEPOINT entry')
  try {
    const result = await fn()
    await client.query('RELEASE SAVEPOINT entry')
    return result
  } catch (error) {
    // A nested savepoint of the same name hides the outer one until it is released, so names need not differ.
    await client.query('ROLLBACK TO SAVEPOINT entry')
    await client.query('RELEASE SAVEPOINT entry')
    throw error
  }
}
