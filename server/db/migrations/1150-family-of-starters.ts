import type { Migration } from './migration.ts'

/** Of starter texts for bad news: SHA-256 of title, line feed, body. Frozen, whatever the starter set says later. */
const TEXTS = [
  'a39e093c018d4100fd45fe37d99b38ba60652ed341b4ba504e8a88df2ce51552',
  '9f66d3570a02f424faab6f5dad9aecdf4a77673e76472230198521a97f84fb1d',
  '78889fa14f5b7cb464b4b2b63b171b1c0631390bcdaaa152c11335db574f99b3',
  'd603a9ca9aa4df63d95aeb5c7b88fa13b0259e4957f6a0a9ca9bd67d9c4469fc',
  '22a7d02038df0126925e96277a36e242dd9557bb9a4bdd1fea413b01f9711f24',
  '600620c66ca43b0e8af227c6815d0687adf9ddfae59af4f3868edd6f8b2f0ab2',
  'e3c07eff8dda06049c477d2198f4009abb9ed9404d138d9b0c26daeeaa397f0a',
  '8fdfc241278c9026703c12a0b104c5b1b34aa82c5b9ccf71d2d272ba32677693',
  '02d1234c4f5b94410d659332ed79dc7dc8871a6d05750f1b357985d91ccf8935',
  '2b34a3135cb61ef59970eb8df14348023d0b5e7fa188ec668eb3a7ba1866c355',
]

/**
 * Starter texts for bad news from before there were families get theirs. Those with a version were written in the
 * console since, and stay as they are. Laptops get the rows by the feed, one entry each as every change has.
 */
export const familyOfStarters: Migration = {
  version: 1150,
  name: 'family-of-starters',
  sql: `
    DO $$ DECLARE
      place text;
      marked text[];
      last_seq bigint;
    BEGIN
      FOR place IN SELECT id FROM tandem.workspaces ORDER BY id LOOP
        /* The wall stands before the owner too. */
        PERFORM set_config('tandem.workspace', place, true);
        WITH changed AS (
          UPDATE tandem.macros SET family = 'bad-news'
          WHERE workspace_id = place AND family IS NULL AND version IS NULL AND retired_at_ms IS NULL
            AND steps_json = '[]'
            AND encode(sha256(convert_to(title || E'\\n' || body, 'UTF8')), 'hex') IN (${TEXTS.map(text => `'${text}'`).join(', ')})
          RETURNING id
        ) SELECT coalesce(array_agg(id ORDER BY id), '{}') INTO marked FROM changed;
        CONTINUE WHEN cardinality(marked) = 0;
        INSERT INTO tandem.feed_counter AS c (workspace_id, seq) VALUES (place, cardinality(marked))
          ON CONFLICT (workspace_id) DO UPDATE SET seq = c.seq + excluded.seq
          RETURNING seq INTO last_seq;
        INSERT INTO tandem.feed (workspace_id, seq, kind, table_name, row_id, at_ms)
          SELECT place, last_seq - cardinality(marked) + nth, 'row', 'macros', macro,
            floor(extract(epoch FROM now()) * 1000)
          FROM unnest(marked) WITH ORDINALITY AS m(macro, nth)
          ON CONFLICT (workspace_id, row_id, table_name) WHERE kind <> 'scope' DO UPDATE SET
            seq = excluded.seq, kind = excluded.kind, at_ms = excluded.at_ms;
      END LOOP;
      PERFORM set_config('tandem.workspace', '', true);
    END $$;`,
}
