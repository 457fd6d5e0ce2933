type Asked = {
  /** Alias of the row that was asked for, with `workspace_id`, `customer_id` and `id`. */
  readonly row: string
  /** Of the event that tells of the act. */
  readonly type: string
  /** Expression of the moment the act wrote into row and event alike. */
  readonly atMs: string
  /** Of the event, with the row's id. */
  readonly fact: string
}

/**
 * Joins the event of the act that asked the hub to send something, as `asked`: its id comes from the agent's own intent,
 * so it is the same when a restored hub is given that again; `may_have_left` when it was, or was there already when this
 * history began.
 */
export const askedBy = ({ row, type, atMs, fact }: Asked): string => `
  LEFT JOIN LATERAL (
    SELECT e.id, e.facts_json->>'mayHaveLeft' IS NOT NULL OR f.seq <= w.epoch_seq AS may_have_left
    FROM tandem.events e
    JOIN tandem.workspaces w ON w.id = e.workspace_id
    LEFT JOIN tandem.feed f
      ON f.workspace_id = e.workspace_id AND f.row_id = e.id AND f.table_name = 'events' AND f.kind <> 'scope'
    WHERE e.workspace_id = ${row}.workspace_id AND e.customer_id = ${row}.customer_id AND e.type = '${type}'
      AND e.at_ms = ${atMs} AND e.facts_json->>'${fact}' = ${row}.id
    ORDER BY e.id LIMIT 1
  ) asked ON true`
