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
/** A ticket's items, in order; `first` is the place of the first one. */
export type StagedUnit = { readonly first: number; readonly items: readonly StagedItem[] }

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

const ITEM = `ordinal, unit_key AS "unitKey", line, content_digest AS "contentDigest", payload_json AS payload, raw`

/**
 * The next units in the order of their first items: those that begin among the `limit` items behind `after`, each
 * whole. `last` is the item to go on from; null at the end.
 */
export async function readUnits(
  session: Session,
  { runId, after, limit }: { readonly runId: string; readonly after: number; readonly limit: number },
): Promise<{ readonly units: readonly StagedUnit[]; readonly last: number | null }> {
  const page = await all<{ ordinal: number; unitKey: string }>(
    session,
    `SELECT ordinal, unit_key AS "unitKey" FROM tandem.import_staged
     WHERE workspace_id = $1 AND run_id = $2 AND ordinal > $3 ORDER BY ordinal LIMIT $4`,
    [runId, after, limit],
  )
  const last = page.at(-1)?.ordinal ?? null
  const items = await all<StagedItem>(
    session,
    `SELECT ${ITEM} FROM tandem.import_staged
     WHERE workspace_id = $1 AND run_id = $2 AND unit_key = ANY($3) ORDER BY ordinal`,
    [runId, [...new Set(page.map(({ unitKey }) => unitKey))]],
  )
  const byKey = Map.groupBy(items, ({ unitKey }) => unitKey)
  const units = [...byKey.values()].map(own => ({ first: own[0]?.ordinal ?? 0, items: own }))
  return { units: units.filter(({ first }) => first > after), last }
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
