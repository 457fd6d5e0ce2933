import { expect, test } from 'vitest'
import type { TicketView } from '../../shared/contract/tickets.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import type { FaultProxy, ProxiedAnswer, ProxiedRequest } from '../support/fault-proxy.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { eventually, PASSWORD, SEED_AGENTS } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'
import { openHubWriter } from '../support/hub-writer.ts'
import { openLaptopDatabase } from '../support/laptop-database.ts'
import { contentOnHub, noteOn, replyTo, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'

const hub = fileHub()
const cleanUps = cleaningUp()

type Json = Record<string, unknown>

/** A row as a hub of next year has it: a field more, and values this console has no name for. */
function rowOfNextYear(table: string, row: Json): Json {
  const values: Record<string, Json> = {
    threads: { priority: 'galactic', state: row['state'] === 'open' ? 'with-lawyers' : row['state'] },
    tickets: { channel: 'hologram' },
  }
  return { ...row, ...values[table], mood: { of: table, level: 7 } }
}
const HOLOGRAM = {
  table: 'holograms',
  id: '01955bb0-a580-7000-8000-00000000abcd',
  row: { id: 'x', light: 'blue' },
}

function entryOfNextYear(entry: Json): Json {
  const { table, row } = entry as { table?: string; row?: Json }
  return table && row ? { ...entry, row: rowOfNextYear(table, row), weight: 1 } : entry
}

type Columns = Readonly<Record<string, readonly string[]>>
type Values = readonly [seq: number, table: string, ...values: unknown[]]
type Entry = Json | Values

const isValues = (entry: Entry): entry is Values => Array.isArray(entry)
const withMood = (columns: readonly string[]): readonly string[] => [...columns, 'mood']
/** Values of a row of today as those of next year, in the order of the columns of next year. */
function valuesOfNextYear(table: string, columns: readonly string[], values: readonly unknown[]): unknown[] {
  const today = Object.fromEntries(columns.map((column, index) => [column, values[index]]))
  const row = rowOfNextYear(table, today)
  return withMood(columns).map(column => row[column])
}

/** With names of columns where the page has them, else with rows as they are. */
function entriesOfNextYear(entries: readonly Entry[], columns: Columns | undefined): readonly Entry[] {
  const [first] = entries
  if (!first) return []
  const seq = isValues(first) ? first[0] : Number(first['seq'])
  const hologram: Entry = columns
    ? [seq, HOLOGRAM.table, ...Object.values(HOLOGRAM.row)]
    : { kind: 'row', seq, ...HOLOGRAM }
  return [
    hologram,
    { kind: 'blessing', seq, by: 'the hub' },
    ...entries.map((entry): Entry => {
      if (!isValues(entry)) return entryOfNextYear(entry)
      const [number, table, ...values] = entry
      return [number, table, ...valuesOfNextYear(table, columns?.[table] ?? [], values)]
    }),
  ]
}

function pageOfNextYear(page: Json): Json {
  if (!Array.isArray(page['entries'])) return { ...page, weather: 'fine' }
  const columns = page['columns'] as Columns | undefined
  const entries = entriesOfNextYear(page['entries'] as Entry[], columns)
  if (!columns) return { ...page, weather: 'fine', entries }
  const wider = Object.entries(columns).map(([table, names]) => [table, withMood(names)] as const)
  return {
    ...page,
    weather: 'fine',
    columns: { ...Object.fromEntries(wider), [HOLOGRAM.table]: Object.keys(HOLOGRAM.row) },
    entries,
  }
}

type Head = { readonly table: string; readonly columns: string[] }

/** Part behind part: each begins with its head. */
function snapshotOfNextYear(answer: ProxiedAnswer): ProxiedAnswer {
  let head: Head | null = null
  const lines = answer.body
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const value = JSON.parse(line) as Head | unknown[]
      if (Array.isArray(value)) return valuesOfNextYear(head?.table ?? '', head?.columns ?? [], value)
      head = value
      return { ...value, columns: withMood(value.columns), weather: 'fine' }
    })
  return { ...answer, body: Buffer.from(lines.map(line => JSON.stringify(line)).join('\n')) }
}

const answerWith = (answer: ProxiedAnswer, value: unknown): ProxiedAnswer => ({
  ...answer,
  body: Buffer.from(JSON.stringify(value)),
})

type Form = 'plain' | 'values'
type NextYear = {
  readonly proxy: FaultProxy
  readonly pushed: string[]
  /** How rows came in pages. */
  readonly forms: ReadonlySet<Form>
  readonly spareVerdicts: () => void
}

/** Whether a page of the feed has rows, and how it says them. */
function formOf(page: Json): Form | null {
  const entries = (page['entries'] ?? []) as readonly Entry[]
  if (entries.some(isValues)) return 'values'
  return entries.some(entry => !isValues(entry) && entry['kind'] === 'row') ? 'plain' : null
}
/** The same question to a hub that knows nothing of rows as values, nor of parts that come along. */
const askedPlainly = (request: ProxiedRequest): ProxiedRequest => ({
  ...request,
  url: request.url.replace('&values=1', '').replace('several=1&', ''),
})

function verdictOfNextYear(verdict: Json, kind: string | null): Json {
  const told = { ...verdict, warnings: ['sunny'], ...(kind === null ? {} : { kind }) }
  const { rows } = verdict as { rows?: Json[] }
  return rows ? { ...told, rows: [...rows.map(entryOfNextYear), { ...HOLOGRAM, version: 1 }] } : told
}

/** The hub as it will be, seen from a console of today: same protocol, more in it. */
async function hubOfNextYear(form: Form = 'values', verdictKind: string | null = null): Promise<NextYear> {
  const proxy = await startFaultProxy(hub.url)
  cleanUps.push(proxy.close)
  // Hints come by long polling, where they pass through the same hands.
  proxy.blockSockets(true)
  const pushed: string[] = []
  const forms = new Set<Form>()
  let kind = verdictKind
  proxy.setFault(async (request, forward) => {
    if (request.url.startsWith('/v1/sync/push')) pushed.push(request.body.toString('utf8'))
    const answer = await forward(form === 'plain' ? askedPlainly(request) : request)
    if (answer.status !== 200) return answer
    if (request.url.startsWith('/v1/sync/snapshot')) return snapshotOfNextYear(answer)
    if (!/^\/v1\/(sync|live|hello|sign-in)/.test(request.url)) return answer
    const value = JSON.parse(answer.body.toString('utf8')) as Json
    const told = request.url.startsWith('/v1/sync/pull') ? formOf(value) : null
    if (told) forms.add(told)
    if (!request.url.startsWith('/v1/sync/push')) return answerWith(answer, pageOfNextYear(value))
    const verdicts = (value['verdicts'] as Json[]).map(verdict => verdictOfNextYear(verdict, kind))
    return answerWith(answer, { ...value, verdicts })
  })
  return {
    proxy,
    pushed,
    forms,
    spareVerdicts: () => {
      kind = null
    },
  }
}

const ticketOf = (laptop: WholeLaptop, ticketId: string): Promise<TicketView> =>
  laptop.call('tickets.get', { ticketId }) as Promise<TicketView>

function extraOf(laptop: WholeLaptop, table: string, id: string): unknown {
  const database = openLaptopDatabase({ folder: laptop.input.folder })
  try {
    return JSON.parse(
      String(
        database.database.db.handle.prepare(`SELECT extra_json FROM ${table} WHERE id = ?`).pluck().get(id),
      ),
    )
  } finally {
    database.close()
  }
}

const FORMS: readonly Form[] = ['values', 'plain']

test.each(FORMS)(
  'what a newer hub knows more is kept, shown as "other" and never written back (%s)',
  async form => {
    const work = await addCase(hub, { state: 'open' })
    const { proxy, pushed, forms } = await hubOfNextYear(form)
    const lena = await sitDown({ hubUrl: proxy.url, name: 'lena', cleanUps })
    await lena.settled()

    // From the snapshot.
    const { ticket, threads } = await ticketOf(lena, work.ticket.id)
    expect(ticket.channel).toBe('other')
    expect(threads).toMatchObject([{ priority: 'other', state: 'other' }])
    expect(extraOf(lena, 'tickets', work.ticket.id)).toEqual({ mood: { of: 'tickets', level: 7 } })

    // From the feed, with entries of tables and kinds this console does not know among them.
    const tom = await openHubWriter(hub.url, { email: SEED_AGENTS.tom.email, password: PASSWORD })
    const note = noteOn(work, 'Came with a blessing')
    await tom.push([{ name: 'note.add', args: note }])
    await lena.settled()
    await lena.until(({ phase }) => phase.state === 'idle')
    expect(extraOf(lena, 'notes', note.noteId)).toEqual({ mood: { of: 'notes', level: 7 } })
    // Somebody else's change of a row with values this console has no name for.
    const urgent = { threadId: work.thread.id, priority: 'urgent', seen: 'normal' }
    await tom.push([{ name: 'thread.setPriority', args: urgent }])
    await lena.settled()
    expect(forms).toEqual(new Set([form]))
    expect(extraOf(lena, 'threads', work.thread.id)).toEqual({ mood: { of: 'threads', level: 7 } })

    // Through own work and its verdict.
    await lena.call('thread.assign', {
      threadId: work.thread.id,
      team: null,
      assignee: { seen: null, value: hub.agentIds.lena },
    })
    await lena.call('ticket.tag', { ticketId: work.ticket.id, tags: ['from-today'] })
    await lena.settled()
    expect(await lena.status()).toMatchObject({ waiting: 0, attention: 0 })
    const after = await ticketOf(lena, work.ticket.id)
    expect(after.ticket).toMatchObject({
      channel: 'other',
      tags: expect.arrayContaining(['from-today']) as unknown,
    })
    expect(after.threads).toMatchObject([
      { priority: 'other', state: 'other', assigneeId: hub.agentIds.lena },
    ])
    expect(extraOf(lena, 'tickets', work.ticket.id)).toEqual({ mood: { of: 'tickets', level: 7 } })
    const raw = lena.content()['threads']?.find(row => row['id'] === work.thread.id)
    expect(raw).toMatchObject({ priority: 'galactic', state: 'with-lawyers' })

    expect(pushed.length).toBeGreaterThan(0)
    expect(pushed.join('\n')).not.toMatch(/galactic|with-lawyers|hologram|"other"|mood/)
    const onHub = await contentOnHub(hub.url, 'tom')
    expect(onHub['threads']?.find(row => row['id'] === work.thread.id)).toMatchObject({
      priority: 'urgent',
      state: 'open',
    })
  },
)

test('a thread in a state nobody here knows is found, and can be worked on', async () => {
  const work = await addCase(hub, { state: 'open' })
  const { proxy } = await hubOfNextYear()
  const lena = await sitDown({ hubUrl: proxy.url, name: 'lena', cleanUps })
  await lena.settled()
  const found = (await lena.call('search.query', {
    text: work.ticket.subject,
    subject: 'tickets',
    limit: 50,
  })) as { hits: { ticketId: string }[] }
  expect(found.hits.map(hit => hit.ticketId)).toContain(work.ticket.id)
  await lena.call('thread.setPriority', { threadId: work.thread.id, priority: 'urgent', seen: 'other' })
  await lena.settled()
  expect(await lena.status()).toMatchObject({ waiting: 0, attention: 0 })
  const onHub = await contentOnHub(hub.url, 'tom')
  expect(onHub['threads']?.find(row => row['id'] === work.thread.id)).toMatchObject({ priority: 'urgent' })
})

test('a verdict nobody here knows holds up nothing else and loses nothing', async () => {
  const [work, other] = [await addCase(hub), await addCase(hub)]
  const { proxy, spareVerdicts } = await hubOfNextYear('values', 'applauded')
  const lena = await sitDown({ hubUrl: proxy.url, name: 'lena', cleanUps })
  await lena.settled()
  await lena.call('ticket.reply', replyTo(work, 'Was this applauded?'))
  // The hub is well, and pulling goes on beside what cannot be understood.
  const tom = await openHubWriter(hub.url, { email: SEED_AGENTS.tom.email, password: PASSWORD })
  const note = noteOn(other, 'Still coming in')
  await tom.push([{ name: 'note.add', args: note }])
  await eventually(
    () => lena.content()['notes'] ?? [],
    notes => notes.some(row => row['id'] === note.noteId),
    30_000,
  )
  expect(await lena.said(work.ticket.id)).toContain('Was this applauded?')
  const { waiting, attention } = await lena.status()
  expect(waiting + attention).toBe(1)

  // After the update of the console the same question brings the same verdict in words it knows.
  spareVerdicts()
  const back = await lena.restarted()
  await back.call('ticket.reply', replyTo(other, 'And this?'))
  await back.until(status => status.phase.state === 'idle')
  const onHub = await contentOnHub(hub.url, 'tom')
  const bodies = onHub['messages']?.map(row => row['bodyText']) ?? []
  for (const text of ['Was this applauded?', 'And this?'])
    expect(bodies.filter(body => body === text)).toHaveLength(1)
})
