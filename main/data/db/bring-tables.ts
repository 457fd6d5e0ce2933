/**
 * SQL of a migration for tables that travel and are new here: what a newer hub has sent of them already went past. They
 * are fetched by themselves before pulling goes on (see sync/top-up.ts); a fill under way begins again, with them.
 * `names`: as the hub calls them.
 */
export const bringTables = (...names: readonly string[]): string => `
    DELETE FROM sync_state WHERE key IN ('fill', 'topUp');
    INSERT INTO sync_state (key, value)
      SELECT 'missing', '${JSON.stringify(names)}' FROM sync_state WHERE key = 'cursor'
      ON CONFLICT DO UPDATE SET value = (
        SELECT json_group_array(name) FROM (
          SELECT value AS name FROM json_each(sync_state.value)
          UNION SELECT value AS name FROM json_each(excluded.value)));`
