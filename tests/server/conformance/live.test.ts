import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { deactivateAgent } from '../../../server/auth/administration.ts'
import { changeScopePolicy } from '../../../server/sync/admin.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { eventually, startTestHub } from '../../support/hub.ts'
import type { SecondClient } from '../../support/second-client/client.ts'
import type { Bye, Colleagues, Frame, Hint, Presence, Watching } from '../../support/second-client/live.ts'
import { report, takeHint } from '../../support/second-client/live.ts'
import {
  addCase,
  expectFailure,
  failureOf,
  newNote,
  rawJson,
  rawRequest,
  settled,
  signedIn,
} from './support.ts'

let hub: HubUnderTest
let lena: SecondClient
let adam: SecondClient
beforeAll(async () => {
  hub = await startTestHub()
  lena = await settled(hub, 'lena')
  adam = await settled(hub, 'adam')
})
afterAll(() => hub.stop())

const isHint = (frame: Frame): frame is Hint => frame.kind === 'hint'
const isBye = (frame: Frame): frame is Bye => frame.kind === 'bye'
const hasEntries = (frame: Frame): frame is Hint => frame.kind === 'hint' && frame.entries !== null
const REPORT = { unsent: 2, oldestUnsentAtMs: 1_700_000_000_000, lastPulledAtMs: null, version: '1' }

test('W1 the first hint says where the feed stands', async () => {
  await addCase(adam)
  await lena.pull()
  const line = await lena.connect()
  expect(await line.first(isHint)).toEqual({
    kind: 'hint',
    seq: lena.state.upTo,
    fromSeq: null,
    entries: null,
    cursor: null,
  })
  line.close()
  await line.closed
})

test('W2 entries of a hint that joins on are taken, and a later pull brings them again without effect', async () => {
  const at = await addCase(adam)
  await lena.pull()
  const toPull: number[] = []
  const line = await lena.connect(frame => {
    if (frame.kind === 'hint' && takeHint(lena.core, frame)) toPull.push(frame.seq)
  })
  await line.first(isHint)
  expect(toPull.splice(0)).toHaveLength(1)
  await lena.pull()
  const note = newNote(adam, at)
  await adam.send('note.add', note)
  const hint = await line.first(hasEntries)
  expect(hint.entries?.some(entry => entry.kind === 'row' && entry.id === note.noteId)).toBe(true)
  expect(toPull).toEqual([])
  expect(lena.row('notes', note.noteId)).toMatchObject({ body: note.body })
  expect(lena.state.upTo).toBe(hint.seq)
  const before = structuredClone(lena.state.rows)
  await lena.pull()
  expect(lena.state.rows).toEqual(before)
  line.close()
  await line.closed
})

test('W3 a client that stands elsewhere takes nothing of a hint and pulls', async () => {
  const at = await addCase(adam)
  const line = await lena.connect()
  await line.first(isHint)
  const note = newNote(adam, at)
  await adam.send('note.add', note)
  const hint = await line.first(hasEntries)
  expect(hint.fromSeq).not.toBe(lena.state.upTo)
  expect(takeHint(lena.core, hint)).toBe(true)
  expect(lena.row('notes', note.noteId)).toBe(null)
  await lena.pull()
  expect(lena.row('notes', note.noteId)).not.toBe(null)
  line.close()
  await line.closed
})

test('W4 what is larger than 4,096 bytes is hinted at without entries', async () => {
  const at = await addCase(adam)
  await lena.pull()
  const line = await lena.connect()
  await line.first(isHint)
  await adam.send('note.add', newNote(adam, at, { body: 'x'.repeat(5000) }))
  const isNew = (frame: Frame): frame is Hint => frame.kind === 'hint' && frame.seq > lena.state.upTo
  expect(await line.first(isNew)).toMatchObject({ entries: null, fromSeq: null })
  line.close()
  await line.closed
})

test('W5 a hint holds nothing of customers outside of the scope, and still says how far the feed is', async () => {
  await changeScopePolicy(hub.deps, hub.workspaceId, 'teams')
  const tom = await settled(hub, 'tom')
  const line = await tom.connect()
  await line.first(isHint)
  const { upTo } = tom.state
  const at = await addCase(adam, { teamId: hub.teamIds.orders })
  await adam.pull()
  const reached = await line.first(
    (frame): frame is Hint => frame.kind === 'hint' && frame.seq >= adam.state.upTo && frame.seq > upTo,
  )
  expect(reached.seq).toBeGreaterThan(upTo)
  expect(JSON.stringify(line.frames)).not.toContain(at.ticketId)
  line.close()
  await line.closed
  await changeScopePolicy(hub.deps, hub.workspaceId, 'everything')
})

test('W6 who has a ticket in front of them is told, and told again when they turn away', async () => {
  const { ticketId } = await addCase(adam)
  await lena.pull()
  const [mine, theirs] = [await lena.connect(), await adam.connect()]
  theirs.send({ kind: 'viewing', ticketId, doing: 'typing' })
  const about = (frame: Frame): frame is Presence => frame.kind === 'presence' && frame.ticketId === ticketId
  expect(await mine.first(about)).toEqual({
    kind: 'presence',
    ticketId,
    agents: [{ id: hub.agentIds.adam, doing: 'typing' }],
  })
  theirs.send({ kind: 'viewing', ticketId: null, doing: 'viewing' })
  await mine.first((frame): frame is Presence => about(frame) && frame.agents.length === 0)
  mine.close()
  theirs.close()
  await Promise.all([mine.closed, theirs.closed])
})

test('W13 behind the first hint stands who is where, and what it does not name has nobody', async () => {
  const { ticketId } = await addCase(adam)
  await lena.pull()
  const theirs = await adam.connect()
  theirs.send({ kind: 'viewing', ticketId, doing: 'viewing' })
  await theirs.first((frame): frame is Presence => frame.kind === 'presence' && frame.ticketId === ticketId)
  const mine = await lena.connect()
  expect(await mine.first((frame): frame is Watching => frame.kind === 'watching')).toEqual({
    kind: 'watching',
    tickets: [{ ticketId, agents: [{ id: hub.agentIds.adam, doing: 'viewing' }] }],
  })
  expect(mine.frames.map(({ kind }) => kind).slice(0, 2)).toEqual(['hint', 'watching'])
  mine.close()
  theirs.close()
  await Promise.all([mine.closed, theirs.closed])
})

test(
  'W14 who is here and what they say of themselves is told whole, and then whoever comes, goes or changes',
  { timeout: 20_000 },
  async () => {
    const mine = await lena.connect()
    const whole = await mine.first(
      (frame): frame is Colleagues => frame.kind === 'colleagues' && frame.isWhole,
    )
    expect(whole.agents).toContainEqual({ id: hub.agentIds.lena, state: 'available', untilMs: null })
    // Somebody may begin or stop to look at a ticket meanwhile.
    const kinds = mine.frames.map(({ kind }) => kind).filter(kind => kind !== 'presence')
    expect(kinds.slice(0, 3)).toEqual(['hint', 'watching', 'colleagues'])

    const says =
      (state: string) =>
      (frame: Frame): frame is Colleagues =>
        frame.kind === 'colleagues' &&
        !frame.isWhole &&
        frame.agents.some(agent => agent.id === hub.agentIds.adam && agent.state === state)
    const theirs = await adam.connect()
    await mine.first(says('available'))
    const untilMs = hub.clock.now() + 3_600_000
    const status = { state: 'lunch', untilMs, setAtMs: hub.clock.now() }
    theirs.send({ kind: 'report', report: { ...REPORT, status } })
    const { agents } = await mine.first(says('lunch'))
    expect(agents).toContainEqual({ id: hub.agentIds.adam, state: 'lunch', untilMs })
    theirs.close()
    await mine.first(says('offline'))
    mine.close()
    await Promise.all([mine.closed, theirs.closed])
  },
)

test('W7 a report by either way is taken', async () => {
  const line = await lena.connect()
  line.send({ kind: 'report', report: REPORT })
  await report(lena.core, REPORT)
  // The line bears it: a frame behind it is answered.
  const { ticketId } = await addCase(adam)
  line.send({ kind: 'viewing', ticketId, doing: 'viewing' })
  await line.first((frame): frame is Presence => frame.kind === 'presence' && frame.ticketId === ticketId)
  line.close()
  await line.closed
  expectFailure(await rawJson(lena, '/v1/clients/report', { ...REPORT, unsent: -1 }), {
    status: 400,
    code: 'bad-request',
    where: 'body.unsent',
  })
})

test('W8 anything else ends the connection with 1008', async () => {
  for (const strange of ['no json', { kind: 'dance' }, { kind: 'viewing' }, { kind: 'report', report: {} }]) {
    const line = await lena.connect()
    await line.first(isHint)
    line.send(strange)
    expect(await line.closed).toBe(1008)
  }
})

test('W9 without the two sub-protocols and a token that holds there is no connection', async () => {
  const token = lena.state.session?.accessToken ?? ''
  const address = `${hub.url.replace(/^http/, 'ws')}/v1/live`
  for (const protocols of [[], ['tandem.v1'], [token], [token, 'tandem.v1'], ['tandem.v2', token]]) {
    const socket = new WebSocket(address, protocols)
    const refused = new Promise<unknown>(resolve => socket.once('error', resolve))
    expect(String(await refused)).toContain('401')
  }
  const stranger = lena.restarted({})
  if (stranger.state.session) stranger.state.session = { ...stranger.state.session, accessToken: 'guess' }
  await expect(stranger.connect()).rejects.toThrow('401')
  expectFailure(await rawRequest(stranger, { path: '/v1/live' }), { status: 401, code: 'signed-out' })
})

test('W10 polling answers at once when the feed is beyond, else with the next frame, or after the wait', async () => {
  await lena.pull()
  const at = await addCase(adam)
  expect(await lena.poll(55_000)).toMatchObject({ kind: 'hint' })
  await lena.pull()
  const waiting = lena.poll(55_000)
  const note = newNote(adam, at)
  await adam.send('note.add', note)
  const frame = await waiting
  expect(frame).toMatchObject({ kind: 'hint' })
  if (frame.kind === 'hint') expect(frame.seq).toBeGreaterThan(lena.state.upTo)
  await lena.pull()
  expect(lena.row('notes', note.noteId)).not.toBe(null)
  expect(await lena.poll(50)).toMatchObject({ kind: 'hint', seq: lena.state.upTo, entries: null })
  for (const query of ['', 'after=x', 'after=0&waitMs=55001'])
    expectFailure(await rawRequest(lena, { path: `/v1/live/poll?${query}` }), {
      status: 400,
      code: 'bad-request',
    })
})

test('W11 whoever’s access ends is told to sign in, and the connection ends', async () => {
  const sara = await signedIn(hub, 'sara')
  const line = await sara.connect()
  await line.first(isHint)
  await deactivateAgent(hub.deps, { workspaceId: hub.workspaceId, agentId: hub.agentIds.sara })
  expect(await line.first(isBye)).toEqual({ kind: 'bye', reason: 'signed-out' })
  expect(await line.closed).toBe(4001)
  expect(await failureOf(sara.pull())).toMatchObject({ code: 'signed-out' })
})

test('W12 a hub that stops says so; the client comes back to another copy and has missed nothing', async () => {
  const copy = await hub.startCopy()
  const there = lena.restarted({ baseUrl: copy.url })
  const line = await there.connect()
  await line.first(isHint)
  const stopping = copy.stop()
  expect(await line.first(isBye)).toEqual({ kind: 'bye', reason: 'restarting' })
  expect(await line.closed).toBe(1001)
  await stopping
  const at = await addCase(adam)
  const back = there.restarted({ baseUrl: hub.url })
  const again = await back.connect()
  const { seq } = await again.first(isHint)
  expect(seq).toBeGreaterThan(back.state.upTo)
  await eventually(
    () => back.pull().then(() => back.row('tickets', at.ticketId)),
    row => row !== null,
  )
  again.close()
  await again.closed
})
