import type { Session } from './session.ts'
import { all, run } from './session.ts'

/** One ticket, or one mail of a conversation, waiting to go in. */
export type StagedItem = {
  readonly ordinal: number
  readonly unitKey: string
  readonly line: number
  readonly contentDigest: string
  readonly payload: unknown
  readonly raw: string
}
export type StagedUnit = { readonly unit: number; readonly items: readonly StagedItem[] }

export async function stageItems(
  session: Session,
  runId: string,
  items: readonly StagedItem[],
): Promise<void> {
  if (items.length === 0) return
  await run(
    session,
    `INSERT INTO tandem.import_staged (workspace_id, run_id, ordinal, unit_key, line, content_digest, payload_json, raw)
     SELECT $1, $2, v."ordinal", v."unitKey", v.line, v."contentDigest", v.payload, v.raw
     FROM json_to_recordset($3::json)
       AS v("ordinal" bigint, "unitKey" text, line bigint, "contentDigest" text, payload json, raw text)`,
    [runId, JSON.stringify(items)],
  )
}

/** Numbers the tickets in the order of their first rows, once everything is staged. */
export async function numberUnits(session: Session, runId: string): Promise<void> {
  await run(
    session,
    `WITH first AS (
       SELECT unit_key, row_number() OVER (ORDER BY min(ordinal)) AS unit
       FROM tandem.import_staged WHERE workspace_id = $1 AND run_id = $2 GROUP BY unit_key
     )
     UPDATE tandem.import_staged s SET unit = first.unit FROM first
     WHERE s.workspace_id = $1 AND s.run_id = $2 AND s.unit_key = first.unit_key`,
    [runId],
  )
}

/** Whole units above `after`, in order. */
export async function readUnits(
  session: Session,
  { runId, after, limit }: { readonly runId: string; readonly after: number; readonly limit: number },
): Promise<readonly StagedUnit[]> {
  const items = await all<StagedItem & { readonly unit: number }>(
    session,
    `SELECT unit, ordinal, unit_key AS "unitKey", line, content_digest AS "contentDigest", payload_json AS payload, raw
     FROM tandem.import_staged WHERE workspace_id = $1 AND run_id = $2 AND unit > $3 AND unit <= $3 + $4
     ORDER BY unit, ordinal`,
    [runId, after, limit],
  )
  return [...Map.groupBy(items, ({ unit }) => unit)].map(([unit, own]) => ({ unit, items: own }))
}

export async function readLinks(
  session: Session,
  source: string,
  digests: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await all<{ link: string; conversation: string }>(
    session,
    `SELECT link_digest AS link, conversation FROM tandem.import_links
     WHERE workspace_id = $1 AND source = $2 AND link_digest = ANY($3)`,
    [source, digests],
  )
  return new Map(rows.map(({ link, conversation }) => [link, conversation]))
}

export async function writeLinks(
  session: Session,
  source: string,
  links: ReadonlyMap<string, string>,
): Promise<void> {
  if (links.size === 0) return
  await run(
    session,
    `INSERT INTO tandem.import_links (workspace_id, source, link_digest, conversation)
     SELECT $1, $2, link, conversation FROM unnest($3::text[], $4::text[]) AS v(link, conversation)
     ON CONFLICT (workspace_id, source, link_digest) DO UPDATE SET conversation = excluded.conversation`,
    [source, [...links.keys()], [...links.values()]],
  )
}

/** Two conversations turned out to be one. */
export async function mergeConversations(
  session: Session,
  {
    source,
    runId,
    from,
    to,
  }: { readonly source: string; readonly runId: string; readonly from: string; readonly to: string },
): Promise<void> {
  await run(
    session,
    'UPDATE tandem.import_links SET conversation = $4 WHERE workspace_id = $1 AND source = $2 AND conversation = $3',
    [source, from, to],
  )
  await run(
    session,
    'UPDATE tandem.import_staged SET unit_key = $4 WHERE workspace_id = $1 AND run_id = $2 AND unit_key = $3',
    [runId, from, to],
  )
}
