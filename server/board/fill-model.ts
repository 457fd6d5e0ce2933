import { readApprovalFacts, readWaitingFacts } from '../db/queries/approvals.ts'
import type { Session } from '../db/queries/session.ts'
import {
  readActivityOf,
  readActivitySince,
  readAgentFacts,
  readClientFacts,
  readIssueFacts,
  readMergedPeople,
  readMerges,
  readMessageFacts,
  readMessagesSince,
  readRepliedSince,
  readReplyFacts,
  readSolvedSince,
  readSurveyFacts,
  readSurveysSince,
  readThreadFacts,
  readThreadsOfClosings,
  readThreadsOfLinks,
  readTicketKinds,
  readUnsolved,
  readWriters,
} from '../db/queries/board-rows.ts'
import {
  readFollowUpFacts,
  readFollowUpsSince,
  readPainFacts,
  readPainSince,
} from '../db/queries/board-followed.ts'
import { readLabelFacts, readLabelsSince, readRelabelled } from '../db/queries/board-labels.ts'
import type { FeedRecord } from '../sync/store.ts'
import { BoardModel } from './board-model.ts'
import type { MessageFact, SurveyFact, ThreadFact } from './facts.ts'
import { maskOf } from './facts.ts'
import { STEP_MS, STEPS } from './flow.ts'
import { FOLLOW_UP_PERIOD_MS } from './follow-ups.ts'
import { LABEL_PERIOD_MS } from './labels.ts'
import { RISING_PERIOD_MS } from './mentions.ts'
import { CONTACT_PERIOD_MS, REPLY_PERIOD_MS, SURVEY_PERIOD_MS } from './outcomes.ts'

/** Activity older than a working day says nothing about today. */
const ACTIVITY_MS = 12 * 3_600_000

/** Reads the whole picture from the tables: once when somebody begins to look, and in tests to check the counting. */
export async function fillModel(session: Session, nowMs: number): Promise<BoardModel> {
  const model = new BoardModel()
  model.mentions.setIssues(await readIssueFacts(session))
  model.people.setAgents(await readAgentFacts(session))
  for (const merge of await readMergedPeople(session)) model.persons.put(merge)
  for (const approval of await readWaitingFacts(session)) model.approvals.put(approval)
  for (const activity of await readActivitySince(session, nowMs - ACTIVITY_MS))
    model.people.noteActivity(activity)
  for (const label of await readLabelsSince(session, nowMs - LABEL_PERIOD_MS)) model.labels.put(label)
  const fromMs = nowMs - FOLLOW_UP_PERIOD_MS
  for (const followUp of await readFollowUpsSince(session, fromMs)) model.followUps.put(followUp)
  for (const pain of await readPainSince(session, fromMs)) model.followUps.putPain(pain)
  const solved = await readSolvedSince(session, nowMs - CONTACT_PERIOD_MS)
  const since = { sinceMs: nowMs - STEP_MS * STEPS, textSinceMs: nowMs - RISING_PERIOD_MS }
  const replied = await readRepliedSince(session, nowMs - REPLY_PERIOD_MS)
  await take(
    { session, model },
    {
      threads: [...(await readUnsolved(session)), ...solved],
      messages: await readMessagesSince(session, since),
      surveys: await readSurveysSince(session, nowMs - SURVEY_PERIOD_MS),
      repliedTicketIds: replied,
    },
  )
  await readPeople(session, model, nowMs)
  return model
}

/** Brings the model up to date with rows that the feed named. */
export async function followFeed(
  { session, model }: Place,
  records: readonly FeedRecord[],
  nowMs: number,
): Promise<void> {
  const changed = new Map<string, string[]>()
  for (const record of records) {
    if (record.kind === 'scope') continue
    if (record.kind === 'tombstone') model.remove(record.table, record.rowId)
    else changed.set(record.table, [...(changed.get(record.table) ?? []), record.rowId])
  }
  const idsOf = (table: string): readonly string[] => changed.get(table) ?? []
  const textSinceMs = nowMs - RISING_PERIOD_MS
  const read = async <T>(table: string, rows: (ids: readonly string[]) => Promise<readonly T[]>) =>
    idsOf(table).length === 0 ? [] : rows(idsOf(table))

  if (changed.has('agents')) model.people.setAgents(await readAgentFacts(session))
  if (changed.has('knownIssues')) model.mentions.setIssues(await readIssueFacts(session))
  for (const merge of await read('customers', ids => readMerges(session, ids))) model.persons.put(merge)
  for (const approval of await read('approvals', ids => readApprovalFacts(session, ids)))
    model.approvals.put(approval)
  for (const activity of await read('events', ids => readActivityOf(session, ids)))
    model.people.noteActivity(activity)
  for (const followUp of await read('followUps', ids => readFollowUpFacts(session, ids)))
    model.followUps.put(followUp)
  for (const pain of await read('handshakes', ids => readPainFacts(session, ids)))
    model.followUps.putPain(pain)
  const relabelled = await read('events', ids => readRelabelled(session, ids))
  const labelled = unique([...idsOf('tickets'), ...relabelled])
  if (labelled.length > 0)
    for (const label of await readLabelFacts(session, labelled)) model.labels.put(label)
  await take(
    { session, model },
    {
      threads: [
        ...(await read('threads', ids => readThreadFacts(session, ids))),
        ...(await read('closings', ids => readThreadsOfClosings(session, ids))),
        ...(await linkedThreads(session, { linkIds: idsOf('ticketLinks'), eventIds: idsOf('events') })),
      ],
      messages: await read('messages', ids => readMessageFacts(session, { ids, textSinceMs })),
      surveys: await read('surveys', ids => readSurveyFacts(session, ids)),
      repliedTicketIds: [],
    },
  )
}

/** What laptops said, and who writes now: no part of the feed, so looked at by the clock. */
export async function readPeople(session: Session, model: BoardModel, nowMs: number): Promise<void> {
  model.people.setClients(await readClientFacts(session))
  model.people.setWriting(await readWriters(session, nowMs))
}

type Place = { readonly session: Session; readonly model: BoardModel }
type Rows = {
  readonly threads: readonly ThreadFact[]
  readonly messages: readonly MessageFact[]
  readonly surveys: readonly SurveyFact[]
  readonly repliedTicketIds: readonly string[]
}

async function take({ session, model }: Place, rows: Rows): Promise<void> {
  const { threads, messages, surveys, repliedTicketIds } = rows
  const written = messages.map(({ ticketId }) => ticketId)
  const solved = threads.flatMap(({ solvedAtMs, ticketId }) => (solvedAtMs === null ? [] : [ticketId]))
  const answered = unique([...written, ...solved, ...repliedTicketIds])
  const surveyed = surveys.flatMap(({ ticketId }) => (ticketId === null ? [] : [ticketId]))
  if (answered.length > 0)
    for (const reply of await readReplyFacts(session, answered)) model.outcomes.putReply(reply)
  const sorted = unique([...answered, ...surveyed])
  if (sorted.length > 0) {
    for (const { ticketId, kinds } of await readTicketKinds(session, sorted))
      model.outcomes.putKinds(ticketId, maskOf(kinds))
  }
  for (const thread of threads) model.putThread(thread)
  for (const message of messages) model.putMessage(message)
  for (const survey of surveys) model.outcomes.putSurvey(survey)
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)]

const linkedThreads = (session: Session, ids: Parameters<typeof readThreadsOfLinks>[1]) =>
  ids.linkIds.length + ids.eventIds.length === 0 ? [] : readThreadsOfLinks(session, ids)
