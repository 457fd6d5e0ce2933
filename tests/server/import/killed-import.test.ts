import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compiledHub } from '../../support/compiled-code.ts'
import { openImportHub } from './support/import-hub.ts'
import type { ImportHub } from './support/import-hub.ts'

const HUB = fileURLToPath(new URL('../../../server/index.ts', import.meta.url))
const ROWS = 2_000
/** Every hundredth row has no text. */
const BAD_EVERY = 100

let killed: ImportHub
let clean: ImportHub
let file: string
beforeAll(async () => {
  ;[killed, clean] = await Promise.all([openImportHub(), openImportHub()])
  file = join(killed.folder, 'rows.csv')
  const lines = Array.from({ length: ROWS }, (_value, index) => {
    const text = index % BAD_EVERY === 0 ? '' : `Question ${index} of a long file`
    return `${index},${text},person${index % 700}@example.com,2025-11-${String((index % 28) + 1).padStart(2, '0')}T10:00:00Z`
  })
  await writeFile(file, `id,text,email,created_at\n${lines.join('\n')}\n`)
})
afterAll(() => Promise.all([killed.close(), clean.close()]))

const command = (workspace: string, rejects: string): readonly string[] => [
  HUB,
  'import',
  file,
  '--map',
  'generic',
  '--workspace',
  workspace,
  '--rejects',
  rejects,
  '--database-url',
  killed.hub.url,
]

type Standing = { readonly phase: string; readonly items: number; readonly tickets: number }

/** Starts the real command and kills it without a word as soon as it stands there. */
async function killWhen(
  workspaceId: string,
  slug: string,
  isThere: (standing: Standing) => boolean,
): Promise<Standing> {
  const child = spawn(process.execPath, command(slug, join(killed.folder, 'killed.jsonl')), {
    stdio: 'ignore',
    env: { ...process.env, ...compiledHub(HUB) },
  })
  const ended = once(child, 'exit')
  for (;;) {
    const [row] = await killed.rows(
      workspaceId,
      `SELECT phase, items, tickets_added AS tickets FROM import_runs WHERE workspace_id = $1 AND phase <> 'done'`,
    )
    const standing = row as Standing | undefined
    if (standing && isThere(standing)) break
    if (child.exitCode !== null)
      throw new Error(`The import ended with ${child.exitCode} before it could be killed`)
  }
  child.kill('SIGKILL')
  await ended
  const [row] = await killed.rows(
    workspaceId,
    'SELECT phase, items, tickets_added AS tickets FROM import_runs WHERE workspace_id = $1',
  )
  return row as Standing
}

const contents = async (hub: ImportHub, workspaceId: string): Promise<unknown> => ({
  tickets: await hub.rows(
    workspaceId,
    'SELECT id, customer_id, number, subject, tags_json, fields_json, last_message_seq, created_at_ms FROM tickets WHERE workspace_id = $1 ORDER BY number',
  ),
  threads: await hub.rows(
    workspaceId,
    'SELECT id, ticket_id, kind, state, is_paired, last_activity_at_ms, waiting_since_ms FROM threads WHERE workspace_id = $1 ORDER BY id',
  ),
  messages: await hub.rows(
    workspaceId,
    'SELECT id, ticket_id, seq, direction, body_text, written_at_ms FROM messages WHERE workspace_id = $1 ORDER BY id',
  ),
  customers: await hub.rows(
    workspaceId,
    'SELECT id, name, created_at_ms FROM customers WHERE workspace_id = $1 ORDER BY id',
  ),
  contacts: await hub.rows(
    workspaceId,
    'SELECT id, customer_id, value FROM contact_points WHERE workspace_id = $1 ORDER BY id',
  ),
  left: await hub.rows(workspaceId, 'SELECT count(*) AS count FROM import_staged WHERE workspace_id = $1'),
})

/** The same workspace, by id, in a database of its own: what one undisturbed run makes of the file. */
async function cleanRun(workspaceId: string): Promise<unknown> {
  await clean.hub.database.owner.query(
    `INSERT INTO workspaces (id, name, slug, epoch, created_at_ms) VALUES ($1, 'Clean', $2, 'e', 0)`,
    [workspaceId, `clean-${workspaceId}`],
  )
  await clean.run(workspaceId, file, { map: 'generic' })
  return contents(clean, workspaceId)
}

const slugOf = async (workspaceId: string): Promise<string> =>
  String((await killed.rows(workspaceId, 'SELECT slug FROM workspaces WHERE id = $1'))[0]?.['slug'])

test.each([
  ['while it reads', ({ phase, items }: Standing) => phase === 'staging' && items > 0],
  ['while it puts tickets in', ({ phase, tickets }: Standing) => phase === 'publishing' && tickets > 100],
])(
  'killed %s and run again, an import leaves what one clean run leaves',
  { timeout: 120_000 },
  async (_when, isThere) => {
    const workspaceId = await killed.workspace()
    const slug = await slugOf(workspaceId)
    const standing = await killWhen(workspaceId, slug, isThere)
    const rejects = join(killed.folder, `${slug}.jsonl`)
    const again = spawn(process.execPath, command(slug, rejects), {
      stdio: 'ignore',
      env: { ...process.env, ...compiledHub(HUB) },
    })
    const [code] = (await once(again, 'exit')) as [number]

    expect(standing.phase).not.toBe('done')
    expect(standing.tickets).toBeLessThan(ROWS - ROWS / BAD_EVERY)
    expect(code).toBe(0)
    expect(await contents(killed, workspaceId)).toEqual(await cleanRun(workspaceId))
    const lines = (await readFile(rejects, 'utf8'))
      .trim()
      .split('\n')
      .map(line => (JSON.parse(line) as { line: number }).line)
    expect(lines).toEqual(Array.from({ length: ROWS / BAD_EVERY }, (_value, index) => index * BAD_EVERY + 2))
  },
)
