import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startFaultProxy } from '../support/fault-proxy.ts'
import type { Cut, FaultProxy, ProxiedAnswer, ProxiedRequest } from '../support/fault-proxy.ts'
import { startTestHub } from '../support/hub.ts'
import type { HubUnderTest } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'
import type { Case } from '../support/hub-work.ts'
import { openHubWriter } from '../support/hub-writer.ts'
import type { HubWriter } from '../support/hub-writer.ts'
import { PASSWORD, SEED_AGENTS } from '../support/hub.ts'
import { contentOnHub, noteOn, replyTo, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'

let hub: HubUnderTest
let proxy: FaultProxy
let lena: WholeLaptop
let tom: HubWriter
let work: Case
/** What happens to answers now, also to those of requests that were under way before. */
let spoil: Spoil | null = null
/** The hub is one that knows nothing of rows as values. */
let isPlain = false
const cleanUps: (() => unknown)[] = []

beforeAll(async () => {
  hub = await startTestHub()
  work = await addCase(hub)
  proxy = await startFaultProxy(hub.url)
  proxy.setFault(async (request, forward) => {
    const answer = await forward(
      isPlain ? { ...request, url: request.url.replace('&values=1', '') } : request,
    )
    // Hints bring rows too.
    return spoil !== null && /^\/v1\/(sync|live)\//.test(request.url) ? spoil(answer, request) : answer
  })
  proxy.blockSockets(true)
  lena = await sitDown({ hubUrl: proxy.url, name: 'lena', cleanUps })
  await lena.settled()
  tom = await openHubWriter(hub.url, { email: SEED_AGENTS.tom.email, password: PASSWORD })
})
afterAll(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
  await proxy.close()
  await hub.stop()
})

afterEach(() => {
  spoil = null
  isPlain = false
})

type Spoil = (answer: ProxiedAnswer, request: ProxiedRequest) => ProxiedAnswer | Cut

const html =
  (status: number, text: string): Spoil =>
  () => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(`<!doctype html><title>${text}</title><form><input name="room"></form>`),
  })
const changed =
  (change: (text: string) => string): Spoil =>
  answer => ({ ...answer, body: Buffer.from(change(answer.body.toString('utf8'))) })
const redirect: Spoil = () => ({
  status: 302,
  headers: { location: 'http://127.0.0.1:9/portal' },
  body: Buffer.alloc(0),
})

/** What people on the way do to answers, and the code the status bar tells then; null: it counts as being offline. */
const spoils: readonly (readonly [string, Spoil, string | null])[] = [
  ['the sign-in page of a hotel', html(200, 'Sign in to the hotel'), 'bad-answer'],
  ['a page that blocks', html(403, 'Blocked by policy'), 'bad-answer'],
  ['a redirection to a portal', redirect, null],
  ['nothing in it', changed(() => ''), 'bad-answer'],
  [
    'JSON that was cut off, as if it were whole',
    changed(text => text.slice(0, Math.floor(text.length * 0.7))),
    'bad-answer',
  ],
  [
    'another content type',
    answer => ({ ...answer, headers: { 'content-type': 'text/plain' }, body: Buffer.from('OK') }),
    'bad-answer',
  ],
  ['somebody else’s JSON', changed(() => '{"status":"ok","data":[]}'), 'bad-answer'],
  [
    'fields of another type',
    // A hint names no epoch: its number has to be of another type too.
    changed(text =>
      text.replaceAll(/"(epoch|cursor)":("[^"]*"|null)/g, '"$1":7').replaceAll(/"seq":(\d+)/g, '"seq":"$1"'),
    ),
    'bad-answer',
  ],
  [
    'a line that ends in the middle',
    answer => ({ cut: true, answer, afterBytes: Math.floor(answer.body.length / 2) }),
    null,
  ],
  ['an error of the hub', html(500, 'Oops'), 'hub-unreachable'],
  ['an error of a gateway', html(502, 'Bad gateway'), 'hub-unreachable'],
]

test.each(spoils)(
  '%s: nothing of it is taken, and work goes on after it, once',
  async (what, given, code) => {
    await lena.settled()
    const [before, saidBefore] = [lena.content(), await lena.said(work.ticket.id)]
    spoil = given
    const [mine, theirs] = [`Mine through ${what}`, `Theirs through ${what}`]
    await tom.push([{ name: 'note.add', args: noteOn(work, theirs) }])
    await lena.call('ticket.reply', replyTo(work, mine, 1_000))
    await lena.call('sync.wake')
    await lena.until(
      ({ phase, waiting }) =>
        waiting === 1 &&
        (code === null ? phase.state === 'offline' : phase.state === 'trouble' && phase.code === code),
    )
    // What is here is what was here, with the reply on top; the note has not come in by half.
    const during = lena.content()
    expect(during['notes']).toEqual(before['notes'])
    expect(await lena.said(work.ticket.id)).toEqual([...saidBefore, mine])

    spoil = null
    await lena.settled()
    const onHub = await contentOnHub(hub.url, 'lena')
    expect(onHub['messages']?.filter(message => message['bodyText'] === mine)).toHaveLength(1)
    expect(lena.content()).toEqual(onHub)
    expect(lena.content()['notes']?.filter(note => note['body'] === theirs)).toHaveLength(1)
    expect(await lena.status()).toMatchObject({ attention: 0 })
  },
)

type Page = { readonly columns?: Readonly<Record<string, readonly string[]>>; readonly entries: unknown[] }
type Values = readonly [seq: number, table: string, ...values: unknown[]]

const isValues = (entry: unknown): entry is Values => Array.isArray(entry)
const isNote = (entry: unknown): boolean =>
  (isValues(entry) ? entry[1] : (entry as { readonly table?: string }).table) === 'notes'

function withoutBody(entry: unknown): unknown {
  const { row, ...others } = entry as { readonly row: Readonly<Record<string, unknown>> }
  const { body: _body, ...rest } = row
  return { ...others, row: rest }
}

/** What is wrong with the second note of a page: a field that it must have, or as many values as there are columns. */
const misfits: readonly (readonly [string, 'plain' | 'values', (entry: unknown, page: Page) => unknown])[] = [
  ['without a field, in a plain page', 'plain', withoutBody],
  [
    'with nothing in a field, as values',
    'values',
    (entry, { columns }) => {
      const [seq, table, ...values] = entry as Values
      const at = columns?.[table]?.indexOf('body')
      return [seq, table, ...values.map((value, index) => (index === at ? null : value))]
    },
  ],
  ['with a value too few', 'values', entry => (entry as Values).slice(0, -1)],
]

test.each(misfits)(
  'a row that does not fit its table, %s, refuses the page whole, also the rows that would fit',
  async (_what, form, misfit) => {
    await lena.settled()
    const before = lena.content()
    isPlain = form === 'plain'
    const seen: unknown[] = []
    spoil = (answer, { url }) => {
      if (!url.startsWith('/v1/sync/pull')) return { cut: true }
      const page = JSON.parse(answer.body.toString('utf8')) as Page
      const [, second] = page.entries.filter(isNote)
      if (second === undefined) return { cut: true }
      const entries = page.entries.map(entry => (entry === second ? misfit(entry, page) : entry))
      seen.push(isValues(second) ? 'values' : 'plain')
      return { ...answer, body: Buffer.from(JSON.stringify({ ...page, entries })) }
    }
    await tom.push([{ name: 'note.add', args: noteOn(work, 'one that fits') }])
    await tom.push([{ name: 'note.add', args: noteOn(work, 'one that will not') }])
    await lena.call('sync.wake')
    await lena.until(({ phase }) => phase.state === 'trouble' && phase.code === 'bad-answer')
    expect(new Set(seen)).toEqual(new Set([form]))
    expect(lena.content()).toEqual(before)
    spoil = null
    await lena.settled()
    expect(lena.content()).toEqual(await contentOnHub(hub.url, 'lena'))
  },
)
