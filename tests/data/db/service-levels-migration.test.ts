import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../../main/data/db/migrate.ts'
import { migrations } from '../../../main/data/db/migrations/index.ts'
import { close, openWriter } from '../../../main/data/db/open.ts'
import { TEST_KEY } from '../../support/laptop-database.ts'

const BEFORE = 90

test('a laptop that is updated takes over clocks a newer hub had sent, and asks for a fresh snapshot', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-migration-'))
  const path = join(folder, 'tandem.db')
  const db = openWriter({ path, key: TEST_KEY })
  try {
    migrate(
      db,
      path,
      migrations.filter(({ version }) => version <= BEFORE),
    )
    const put = db.handle
      .prepare(`INSERT INTO threads (id, ticket_id, customer_id, kind, state, priority, is_paired,
      last_activity_at_ms, opened_at_ms, reopened_count, extra_json) VALUES (?, 't', 'c', 'service', 'open', 'high', 0, 1, 1, 0, ?)`)
    put.run('old', null)
    put.run('sent', JSON.stringify({ clocks: { policyId: 'p' }, answeredAtMs: 7 }))
    put.run('more', JSON.stringify({ clocks: null, answeredAtMs: null, mood: 'calm' }))
    db.handle.exec(
      `INSERT INTO sync_state (key, value) VALUES ('cursor', 'c1'), ('epoch', 'e1'), ('fill', '{}')`,
    )

    migrate(db, path)
    const rows = db.handle
      .prepare('SELECT id, answered_at_ms, clocks_json, extra_json FROM threads ORDER BY id')
      .all()
    expect(rows).toEqual([
      { id: 'more', answered_at_ms: null, clocks_json: null, extra_json: '{"mood":"calm"}' },
      { id: 'old', answered_at_ms: null, clocks_json: null, extra_json: null },
      { id: 'sent', answered_at_ms: 7, clocks_json: '{"policyId":"p"}', extra_json: null },
    ])
    // Rows of tables it did not know went past it, also in the middle of a fill; unsent work survives any snapshot.
    expect(db.handle.prepare('SELECT key FROM sync_state').all()).toEqual([{ key: 'epoch' }])
  } finally {
    close(db)
    rmSync(folder, { recursive: true, force: true })
  }
})
