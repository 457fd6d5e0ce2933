import type { Input, Output } from '../../../shared/contract/index.ts'
import type { PracticeTurn } from '../../../shared/contract/training.ts'
import type { WorkKind } from '../../../shared/domain/values.ts'
import { FOR_COLLEAGUES } from '../../../shared/rules/guests/what-guests-see.ts'
import { ownText } from '../../../shared/rules/quoted-text.ts'
import { isMachine } from '../../../shared/rules/receivers.ts'
import { pickCases } from '../../../shared/rules/training/pick-cases.ts'
import type { PastCase } from '../../../shared/rules/training/pick-cases.ts'
import { cleanerOf } from '../../../shared/rules/training/take-out.ts'
import { all } from '../db/statement.ts'
import type { ReadableDb } from '../db/types.ts'
import { knownOfTicket } from './known-person.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

/** Threads looked at, the latest solved first: enough to choose from, few enough for a blink. */
const LOOKED_AT = 250
const PREVIEW = 160
/** Of a text so much is cleaned for its preview: what is cut in two is not shown. */
const LOOKED_AT_SIGNS = 400
const MOST_TURNS = 16
/** Of one letter: whoever practises reads it, nobody reads a book. */
const MOST_SIGNS = 4_000

type Looked = {
  readonly ticketId: string
  readonly customerId: string
  readonly subject: string
  readonly tags: string
  readonly language: string | null
  readonly asked: string | null
  readonly answered: string | null
  readonly answers: number
  readonly reopened: number
  readonly score: number | null
  readonly hasCause: 0 | 1
  readonly hasComplaint: 0 | 1
  readonly isSensitive: 0 | 1
  readonly solvedAtMs: number
}

const CANDIDATES = `
  SELECT t.ticket_id AS ticketId, t.customer_id AS customerId, k.subject, k.tags_json AS tags, c.language,
    (SELECT m.body_text FROM messages m WHERE m.ticket_id = t.ticket_id AND m.direction = 'in'
      ORDER BY m.written_at_ms LIMIT 1) AS asked,
    (SELECT m.body_text FROM messages m WHERE m.ticket_id = t.ticket_id AND m.direction = 'out'
      AND m.author_kind = 'agent' ORDER BY m.written_at_ms LIMIT 1) AS answered,
    (SELECT count(*) FROM messages m WHERE m.ticket_id = t.ticket_id AND m.direction = 'out'
      AND m.author_kind = 'agent') AS answers,
    t.reopened_count AS reopened,
    (SELECT s.score FROM surveys s WHERE s.ticket_id = t.ticket_id AND s.kind = 'csat' LIMIT 1) AS score,
    EXISTS (SELECT 1 FROM root_causes r WHERE r.ticket_id = t.ticket_id) AS hasCause,
    (EXISTS (SELECT 1 FROM complaints o WHERE o.ticket_id = t.ticket_id)
      -- All a guest's laptop knows of complaints and the like.
      OR c.labels_json = '${JSON.stringify([FOR_COLLEAGUES])}') AS hasComplaint,
    EXISTS (SELECT 1 FROM preferences p WHERE p.customer_id = t.customer_id AND p.sensitivity = 'sensitive')
      AS isSensitive,
    t.solved_at_ms AS solvedAtMs
  FROM threads t INDEXED BY threads_solved_by_kind
  JOIN tickets k ON k.id = t.ticket_id
  JOIN customers c ON c.id = t.customer_id
  WHERE t.kind = ? AND t.solved_at_ms IS NOT NULL AND t.state IN ('solved', 'closed')
  ORDER BY t.solved_at_ms DESC LIMIT ${LOOKED_AT}`

const PRACTISED = 'SELECT ticket_id AS id FROM practice_runs WHERE agent_id = ? AND origin_id IS NULL'

type Candidate = PastCase & { readonly looked: Looked }

const candidatesOf = (db: ReadableDb, pane: WorkKind): readonly Candidate[] =>
  all<Looked>(db, CANDIDATES, [pane]).map(looked => ({
    ...looked,
    pane,
    looked,
    topics: JSON.parse(looked.tags) as readonly string[],
    asked: ownText(looked.asked ?? '').trim().length,
    answered: ownText(looked.answered ?? '').trim().length,
    hasCause: looked.hasCause === 1,
    hasComplaint: looked.hasComplaint === 1,
    isSensitive: looked.isSensitive === 1,
  }))

/** So much of a text as a line or two hold, ended at a word. */
const shortened = (text: string): string =>
  text.length <= PREVIEW ? text : `${text.slice(0, PREVIEW).replace(/\s+\S*$/u, '')} …`

type Cleaner = (text: string) => string
/** Takes everything this laptop knows of the ticket's person out of texts. */
function cleanerFor(db: ReadableDb, ticketId: string, customerId: string): Cleaner {
  const clean = cleanerOf(knownOfTicket(db, ticketId, customerId))
  return text => clean(text).text
}

const spokenIn = ({ language }: Candidate): string | null => language?.slice(0, 2).toLowerCase() ?? null

/** Past tickets of this laptop that are good to practise with, with nothing personal in what is shown of them. */
export function listCases(
  { db, agentId }: QueryContext,
  { pane, language, topic }: Input<'practice.cases'>,
): Output<'practice.cases'> {
  const panes: readonly WorkKind[] = pane === null ? ['service', 'support'] : [pane]
  const practised = new Set(all<{ id: string | null }>(db, PRACTISED, [agentId]).map(({ id }) => id))
  const candidates = panes.flatMap(each => candidatesOf(db, each))
  const good = pickCases(candidates, { pane, language: null, topic: null }).map(({ past }) => past)
  const cases = pickCases(candidates, { pane, language, topic }).map(({ past, because }) => {
    const { looked, ticketId } = past
    const cleaned = cleanerFor(db, ticketId, looked.customerId)
    const preview = cleaned(
      ownText(looked.asked ?? '')
        .trim()
        .slice(0, LOOKED_AT_SIGNS),
    )
    return {
      ticketId,
      pane: past.pane,
      title: cleaned(looked.subject),
      preview: shortened(preview.replaceAll(/\s+/gu, ' ')),
      language: past.language,
      topics: past.topics.map(each => cleaned(each)),
      because,
      isPractised: practised.has(ticketId),
    }
  })
  return {
    cases,
    languages: [...new Set(good.flatMap(past => spokenIn(past) ?? []))].toSorted(),
    topics: [...new Set(good.flatMap(({ topics }) => topics))].toSorted(),
  }
}

function turnsOf(db: ReadableDb, ticketId: string, cleaned: Cleaner): readonly PracticeTurn[] {
  const rows = selectRows(db, 'messages', {
    tail: `WHERE ticket_id = ? ORDER BY written_at_ms, id LIMIT ${MOST_TURNS}`,
    params: [ticketId],
  })
  return rows.flatMap(row => {
    const { direction, bodyText } = row
    if (isMachine(row)) return []
    const text = cleaned(ownText(bodyText).trim().slice(0, MOST_SIGNS))
    return text === '' ? [] : [{ from: direction === 'in' ? ('customer' as const) : ('us' as const), text }]
  })
}

type Practised = { readonly ticketId: string; readonly pane: WorkKind }

function endingOf(db: ReadableDb, { ticketId, pane }: Practised, cleaned: Cleaner) {
  const by = { tail: 'WHERE ticket_id = ?', params: [ticketId] }
  const thread = selectRows(db, 'threads', by).find(({ kind }) => kind === pane)
  const survey = selectRows(db, 'surveys', by).find(({ kind, score }) => kind === 'csat' && score !== null)
  const cause = pane === 'support' ? selectRows(db, 'rootCauses', by)[0] : undefined
  const words = cause && [cause.evidence, cause.remedyText].filter(text => text.trim() !== '').join(' ')
  return {
    score: survey?.score ?? null,
    comment: survey?.comment ? cleaned(survey.comment) : null,
    reopened: thread?.reopenedCount ?? 0,
    tookMs: thread?.solvedAtMs ? thread.solvedAtMs - thread.openedAtMs : null,
    cause: words ? cleaned(words) : null,
  }
}

/** A past ticket as it is practised with: what was asked, and for later what was answered and how it ended. */
export function getPracticeStory(
  { db }: QueryContext,
  { ticketId, pane }: Input<'practice.story'>,
): Output<'practice.story'> {
  const ticket = selectRow(db, 'tickets', { tail: 'WHERE id = ?', params: [ticketId] })
  if (!ticket) return null
  const cleaned = cleanerFor(db, ticketId, ticket.customerId)
  const turns = turnsOf(db, ticketId, cleaned)
  const first = turns.findIndex(({ from }) => from === 'us')
  const cut = first < 0 ? turns.length : first
  const ledger = selectRows(db, 'askedTried', {
    tail: 'WHERE ticket_id = ? ORDER BY at_ms',
    params: [ticketId],
  })
  const wordsOf = (kind: 'asked' | 'tried'): readonly string[] =>
    ledger
      .filter(entry => entry.kind === kind)
      .map(({ words, outcome }) => cleaned(outcome ? `${words} — ${outcome}` : words))
  return {
    ticketId,
    pane,
    title: cleaned(ticket.subject),
    question: turns.slice(0, cut),
    given: turns.slice(cut),
    asked: wordsOf('asked'),
    tried: wordsOf('tried'),
    ending: endingOf(db, { ticketId, pane }, cleaned),
  }
}

/** Answers this agent has practised and those colleagues have shown, newest first. */
export const listRuns = ({ db, agentId }: QueryContext): Output<'practice.runs'> =>
  selectRows(db, 'practiceRuns', {
    tail: 'WHERE agent_id = ? ORDER BY started_at_ms DESC LIMIT 200',
    params: [agentId],
  })
