import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eraseCustomer } from '../../server/sync/admin.ts'
import { passingFolder } from '../support/at-the-end.ts'
import type { Patch } from '../support/data-process.ts'
import { temporaryFolder } from '../support/data-process.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { eventually } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'
import type { Case } from '../support/hub-work.ts'
import { sampleId } from '../support/sample-row.ts'
import { noteOn, OFFLINE_FACTS, ONLINE, replyTo, SEEN_ALL, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'

const MARKER = 'XMARKERX7Q'
const AT_ONCE_MS = 5_000

/** The product without its cipher: what lies in its files can be read as it lies, pages nobody uses included. */
const PLAIN: Patch = {
  file: 'main/data/db/open.ts',
  from: "  handle.pragma(`cipher = 'aegis'`)\n  handle.pragma(`key = 'raw:${key}'`)\n",
  to: '',
}
/** Rows that go stay where they stood until something else is written there. */
const NOT_OVERWRITTEN: Patch = {
  file: 'main/data/db/open.ts',
  from: "handle.pragma('secure_delete = ON')",
  to: "handle.pragma('secure_delete = OFF')",
}
/** The log of writes keeps the pages as they were. */
const NOT_CUT: Patch = {
  file: 'main/data/erase-gone.ts',
  from: 'if (customerIds.length > 0) scrubber.soon()',
  to: '',
}
const plain: readonly Patch[] = [PLAIN]

const hub = fileHub()
const cleanUps = cleaningUp()

type Desk = { readonly lena: WholeLaptop; readonly folder: string; readonly logs: string }

async function sitDownPlain(patch: readonly Patch[] = plain): Promise<Desk> {
  const { path: folder, remove } = temporaryFolder()
  cleanUps.push(remove)
  const logs = passingFolder('logs')
  const said = openSync(join(logs, 'said.log'), 'a')
  cleanUps.push(() => closeSync(said))
  const lena = await sitDown({
    hubUrl: hub.url,
    name: 'lena',
    folder,
    patch,
    machine: { saysTo: said },
    cleanUps,
  })
  await lena.settled()
  return { lena, folder, logs }
}

const aPerson = (): Promise<Case> =>
  addCase(hub, {}, { name: `Maria ${MARKER}`, facts: `Likes ${MARKER} `.repeat(200) })

const marked = (work: Case, text: string) => ({
  ...replyTo(work, text, SEEN_ALL),
  to: [{ name: `Maria ${MARKER}`, address: `${MARKER}@mail.example` }],
  bodyHtml: `<p>Dear ${MARKER}</p>`,
})

const isHere = (lena: WholeLaptop, { ticket }: Case): Promise<unknown> =>
  eventually(
    () => lena.call('tickets.get', { ticketId: ticket.id }),
    found => found !== null,
    10_000,
  )

/** Work of all kinds about them: sent, waiting, drafted, searched for, with a file. Online at the end, all of it sent. */
async function workOn({ lena }: Desk, work: Case): Promise<void> {
  await isHere(lena, work)
  await lena.call('ticket.reply', marked(work, 'accepted words'))
  await lena.call('note.add', noteOn(work, `About ${MARKER} `.repeat(50)))
  await lena.call('draft.save', {
    draftId: sampleId(),
    ticketId: work.ticket.id,
    clientId: lena.input.clientId,
    mode: 'note',
    body: `Ask ${MARKER} about it`,
    to: null,
    cc: null,
    seenUpToSeq: 1,
    files: null,
  })
  const bytes = new TextEncoder().encode(`${MARKER} `.repeat(500))
  const file = { fileName: `${MARKER}.txt`, mediaType: 'text/plain' }
  const { sha256, sizeBytes } = (await lena.call('attachments.keep', { ...file, bytes })) as {
    sha256: string
    sizeBytes: number
  }
  const enclosed = { id: sampleId(), ...file, sizeBytes, sha256, contentId: null }
  await lena.call('note.add', { ...noteOn(work, 'with a file'), attachments: [enclosed] })
  await lena.call('proposal.make', {
    proposalId: sampleId(),
    ticketId: work.ticket.id,
    threadId: work.thread.id,
    channel: 'email',
    to: [],
    cc: [],
    bodyText: `${MARKER} may have it`,
    seenUpToSeq: 1,
    attachments: [{ ...enclosed, id: sampleId() }],
  })
  await lena.settled()
  await lena.call('search.query', { text: MARKER, subject: 'all', limit: 20 })
}

/** Times the marker stands in each file below the folders, in any case: the search index folds it. */
function hitsIn(...folders: readonly string[]): Readonly<Record<string, number>> {
  const files = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name)),
  )
  const count = (path: string): number => {
    // Files go while they are looked at.
    const text = existsSync(path) ? readFileSync(path, { flag: 'r' }).toString('latin1') : ''
    return text.toLowerCase().split(MARKER.toLowerCase()).length - 1
  }
  return Object.fromEntries(files.map(path => [path, count(path)] as const).filter(([, hits]) => hits > 0))
}

/** Folders of owners whose files lie here. */
const ownersIn = (folder: string): readonly string[] => readdirSync(join(folder, 'blobs'))

const erase = ({ customer }: Case): Promise<void> => eraseCustomer(hub.deps, hub.workspaceId, customer.id)

/** Times the marker stands in any row of any table of the hub. */
async function hitsOnHub(): Promise<Readonly<Record<string, number>>> {
  const { owner } = hub.database
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  )
  const found: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await owner.query<{ hits: string }>(
      `SELECT count(*) AS hits FROM ${name} AS each WHERE each::text ILIKE '%' || $1 || '%'`,
      [MARKER],
    )
    if (Number(rows[0]?.hits) > 0) found[name] = Number(rows[0]?.hits)
  }
  return found
}

test('an erased person is in no file of a laptop within five seconds: database, log of writes, files, logs', async () => {
  const desk = await sitDownPlain()
  const work = await aPerson()
  await workOn(desk, work)
  const { lena, folder, logs } = desk
  expect(Object.keys(hitsIn(folder)).map(path => path.slice(folder.length + 1))).toContain('tandem.db-wal')
  expect(ownersIn(folder)).toContain(work.customer.id)
  expect(Object.keys(await hitsOnHub()).length).toBeGreaterThan(2)
  // Unsent words about somebody else do not keep their files.
  const other = await addCase(hub)
  await isHere(lena, other)

  const beganAt = performance.now()
  await erase(work)
  const hits = await eventually(
    () => ({ files: hitsIn(folder, logs), owners: ownersIn(folder).filter(id => id === work.customer.id) }),
    ({ files, owners }) => Object.keys(files).length === 0 && owners.length === 0,
    AT_ONCE_MS,
  )
  expect(hits).toEqual({ files: {}, owners: [] })
  expect(performance.now() - beganAt).toBeLessThan(AT_ONCE_MS)
  expect(await hitsOnHub()).toEqual({})
  // Neither do closing and opening again bring anything back, and work on others goes on.
  const again = await lena.restarted()
  await again.call('note.add', noteOn(other, 'and on it goes'))
  await again.settled()
  expect(hitsIn(folder, logs)).toEqual({})
})

test('a laptop that was away erases before it shows anything, with unsent words about them and about others', async () => {
  const desk = await sitDownPlain()
  const work = await aPerson()
  const other = await addCase(hub)
  await workOn(desk, work)
  const { lena, folder, logs } = desk
  await isHere(lena, other)
  await lena.call('data.setNetwork', OFFLINE_FACTS)
  await lena.call('ticket.reply', marked(work, 'my own unsent words'))
  await lena.call('note.add', noteOn(other, 'about somebody else'))
  const closed = await lena.restartedClosed()
  await erase(work)
  await closed.call('data.open', { ...lena.input, network: OFFLINE_FACTS })
  await closed.call('data.setNetwork', ONLINE)
  await eventually(
    () => ({ files: hitsIn(folder, logs), owners: ownersIn(folder).filter(id => id === work.customer.id) }),
    ({ files, owners }) => Object.keys(files).length === 0 && owners.length === 0,
    AT_ONCE_MS * 2,
  )
  await closed.until(({ waiting, attention }) => waiting === 0 && attention === 1)
  // The agent's own words stay, where the agent sees them; the work about somebody else has left.
  const [item] = (await closed.call('attention.list', {})) as readonly unknown[]
  expect(JSON.stringify(item)).toContain('my own unsent words')
  expect(JSON.stringify(item)).not.toContain(MARKER)
  expect(hitsIn(folder, logs)).toEqual({})
})

test.each([
  { says: 'rows that go are not overwritten', patch: [PLAIN, NOT_OVERWRITTEN] },
  { says: 'the log of writes is not cut', patch: [PLAIN, NOT_CUT] },
])('negative control: where $says the search finds the person', async ({ patch }) => {
  const desk = await sitDownPlain(patch)
  const work = await aPerson()
  await workOn(desk, work)
  await erase(work)
  await eventually(
    () => desk.lena.call('tickets.get', { ticketId: work.ticket.id }),
    found => found === null,
    AT_ONCE_MS,
  )
  await eventually(
    () => ownersIn(desk.folder),
    owners => !owners.includes(work.customer.id),
    AT_ONCE_MS,
  )
  expect(Object.keys(hitsIn(desk.folder)).length).toBeGreaterThan(0)
})
