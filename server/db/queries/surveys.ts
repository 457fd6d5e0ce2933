import { randomBytes } from 'node:crypto'
import { askedBy } from './asked-by.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

const SECRET_BYTES = 32

export async function readSurveyKey(session: Session): Promise<string | null> {
  const rows = await all<{ secret: string }>(
    session,
    'SELECT secret FROM tandem.survey_keys WHERE workspace_id = $1',
  )
  return rows[0]?.secret ?? null
}

/** The key links are signed with; made by whichever copy of the hub needs it first. */
export async function ensureSurveyKey(session: Session): Promise<string> {
  const known = await readSurveyKey(session)
  if (known !== null) return known
  await run(
    session,
    `INSERT INTO tandem.survey_keys (workspace_id, secret) VALUES ($1, $2) ON CONFLICT (workspace_id) DO NOTHING`,
    [randomBytes(SECRET_BYTES).toString('base64url')],
  )
  const made = await readSurveyKey(session)
  return made ?? ensureSurveyKey(session)
}

export type AskedBack = {
  readonly id: string
  readonly kind: string
  readonly score: number | null
  readonly comment: string | null
  readonly askedAtMs: number
  readonly answeredAtMs: number | null
}

/** One survey as its link shows it; null once it, or the person, is gone. Nothing of the person. */
export async function readAskedSurvey(session: Session, surveyId: string): Promise<AskedBack | null> {
  const rows = await all<AskedBack>(
    session,
    `SELECT id, kind, score, comment, asked_at_ms AS "askedAtMs", answered_at_ms AS "answeredAtMs"
     FROM tandem.surveys WHERE workspace_id = $1 AND id = $2`,
    [surveyId],
  )
  return rows[0] ?? null
}

export async function readWorkspaceName(session: Session): Promise<string> {
  const rows = await all<{ name: string }>(session, 'SELECT name FROM tandem.workspaces WHERE id = $1')
  return rows[0]?.name ?? ''
}

/** Values of a team rule as they are stored; null: nobody has set any. */
export async function readTeamRule(
  session: Session,
  id: string,
): Promise<Readonly<Record<string, string | number | boolean | null>> | null> {
  const rows = await all<{ content: Readonly<Record<string, string | number | boolean | null>> }>(
    session,
    'SELECT content_json AS content FROM tandem.team_rules WHERE workspace_id = $1 AND id = $2',
    [id],
  )
  return rows[0]?.content ?? null
}

/** Where they read mail; none of whoever said not to be written to by mail. */
const ADDRESS = `
  CROSS JOIN LATERAL (
    SELECT p.value FROM tandem.contact_points p
    WHERE p.workspace_id = c.workspace_id AND p.customer_id = c.id AND p.kind = 'email'
      AND NOT EXISTS (
        SELECT 1 FROM tandem.preferences w WHERE w.workspace_id = c.workspace_id AND w.customer_id = c.id
          AND w.subject = 'channel' AND w.value = 'email' AND w.consent = 'refused')
    ORDER BY p.is_primary DESC, p.id LIMIT 1
  ) mail`

type Addressed = {
  readonly customerId: string
  readonly name: string
  readonly language: string | null
  readonly address: string
}

export type SurveyToSend = Addressed & {
  readonly surveyId: string
  readonly kind: 'csat' | 'nps' | 'ces'
  readonly ticketId: string | null
  /** The thread of the ticket a mail can go out on; null: none is open to it. */
  readonly threadId: string | null
  /** A history that is over may have mailed it. */
  readonly mayHaveLeft: boolean
}
type Span = { readonly fromMs: number; readonly toMs: number; readonly limit: number }

/** Surveys asked in [fromMs, toMs) that nobody has answered or mailed, of customers with an address. */
export const readSurveysToSend = (
  session: Session,
  { fromMs, toMs, limit }: Span,
): Promise<readonly SurveyToSend[]> =>
  all<SurveyToSend>(
    session,
    `SELECT s.id AS "surveyId", s.kind, s.ticket_id AS "ticketId", c.id AS "customerId", c.name, c.language,
       mail.value AS address, coalesce(asked.may_have_left, false) AS "mayHaveLeft",
       (SELECT t.id FROM tandem.threads t
        WHERE t.workspace_id = s.workspace_id AND t.ticket_id = s.ticket_id AND t.state <> 'closed'
        ORDER BY t.kind LIMIT 1) AS "threadId"
     FROM tandem.surveys s JOIN tandem.customers c ON c.workspace_id = s.workspace_id AND c.id = s.customer_id
     ${ADDRESS}
     ${askedBy({ row: 's', type: 'survey.asked', atMs: 's.asked_at_ms', fact: 'surveyId' })}
     WHERE s.workspace_id = $1 AND s.score IS NULL AND s.sent_at_ms IS NULL AND s.kind IN ('csat', 'nps', 'ces')
       AND s.asked_at_ms >= $2 AND s.asked_at_ms < $3
     ORDER BY s.asked_at_ms, s.id LIMIT $4`,
    [fromMs, toMs, limit],
  )

/** Until when a history that is over may have mailed what this one does not know of, ms; 0: there was none. */
export async function readDoubtAtMs(session: Session): Promise<number> {
  const rows = await all<{ doubtAtMs: number }>(
    session,
    'SELECT doubt_at_ms AS "doubtAtMs" FROM tandem.workspaces WHERE id = $1',
  )
  return rows[0]?.doubtAtMs ?? 0
}

export type NpsCandidate = Addressed & {
  readonly customerSinceMs: number
  /** A history that is over may have asked them: they were due before it ended. */
  readonly mayHaveLeft: boolean
}
type NpsDue = NpsBounds & {
  /** The same as of the end of the history before; null: there was none, or whoever it asked may be asked again. */
  readonly before: (NpsBounds & { readonly atMs: number }) | null
  readonly limit: number
}
type NpsBounds = { readonly sinceMs: number; readonly anyAfterMs: number; readonly npsAfterMs: number }

/** Records that were merged into `c`, and into those: what was said and asked there was said by and asked of `c`. */
const MERGED_INTO_THEM = `(
  WITH RECURSIVE merged (id) AS (
    SELECT d.id FROM tandem.customers d WHERE d.workspace_id = c.workspace_id AND d.merged_into_id = c.id
    UNION
    SELECT d.id FROM merged m JOIN tandem.customers d ON d.workspace_id = c.workspace_id AND d.merged_into_id = m.id
  ) SELECT id FROM merged)`

/** On one record of theirs they had been asked too lately when the history before ended: `$7` to `$9` of readNpsDue. */
const askedBefore = (id: string): string =>
  `SELECT 1 FROM tandem.surveys s WHERE s.workspace_id = c.workspace_id AND s.customer_id = ${id}
     AND s.asked_at_ms <= $9::bigint
     AND (s.asked_at_ms > $7::bigint OR (s.kind = 'nps' AND s.asked_at_ms > $8::bigint))`

/** Why nobody asks them now, on one record of theirs, `$3` and `$4` as in readNpsDue. Whichever finds a row. */
const silencers = (id: string): readonly string[] => [
  `SELECT 1 FROM tandem.surveys s WHERE s.workspace_id = c.workspace_id AND s.customer_id = ${id}
     AND (s.asked_at_ms > $3 OR (s.kind = 'nps' AND s.asked_at_ms > $4))`,
  `SELECT 1 FROM tandem.threads t WHERE t.workspace_id = c.workspace_id AND t.customer_id = ${id}
     AND t.state NOT IN ('solved', 'closed') AND (t.kind = 'support' OR t.waiting_since_ms IS NOT NULL)`,
  `SELECT 1 FROM tandem.assets a WHERE a.workspace_id = c.workspace_id AND a.customer_id = ${id}
     AND a.down_since_ms IS NOT NULL`,
  `SELECT 1 FROM tandem.preferences r WHERE r.workspace_id = c.workspace_id AND r.customer_id = ${id}
     AND r.consent = 'refused' AND (r.subject = 'surveys' OR (r.subject = 'channel' AND r.value = 'email'))`,
]
const SILENT_THEMSELVES = silencers('c.id')
  .map(rows => `AND NOT EXISTS (${rows})`)
  .join(' ')
const SILENT_ELSEWHERE = silencers('other.id')
  .map(rows => `EXISTS (${rows})`)
  .join(' OR ')

/** They were due when the history before ended. Whether they waited for something then is not known any more. */
const DUE_BEFORE = `(
  $6::bigint IS NOT NULL AND c.customer_since_ms <= $6::bigint
  AND NOT EXISTS (${askedBefore('c.id')})
  AND NOT EXISTS (
    SELECT 1 FROM ${MERGED_INTO_THEM} other
    WHERE EXISTS (${askedBefore('other.id')})))`

/**
 * Customers since `sinceMs` or longer whom nobody asked anything after `anyAfterMs`, nor how they see us after
 * `npsAfterMs`, who wait for nothing, for whom support is not at work and who did not say not to be asked, whatever
 * record of theirs it was.
 */
export const readNpsDue = (
  session: Session,
  { sinceMs, anyAfterMs, npsAfterMs, before, limit }: NpsDue,
): Promise<readonly NpsCandidate[]> =>
  all<NpsCandidate>(
    session,
    `SELECT c.id AS "customerId", c.name, c.language, c.customer_since_ms AS "customerSinceMs",
       mail.value AS address, ${DUE_BEFORE} AS "mayHaveLeft"
     FROM tandem.customers c ${ADDRESS}
     WHERE c.workspace_id = $1 AND c.customer_since_ms <= $2 AND c.journey_stage IS DISTINCT FROM 'lost'
       AND c.merged_into_id IS NULL
       ${SILENT_THEMSELVES}
       AND NOT EXISTS (SELECT 1 FROM ${MERGED_INTO_THEM} other WHERE ${SILENT_ELSEWHERE})
     ORDER BY c.id LIMIT $5`,
    [
      sinceMs,
      anyAfterMs,
      npsAfterMs,
      limit,
      before?.sinceMs ?? null,
      before?.anyAfterMs ?? null,
      before?.npsAfterMs ?? null,
      before?.atMs ?? null,
    ],
  )
