import { isDeepStrictEqual } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { fillModel } from '../../../server/board/fill-model.ts'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { applyAsHub, stageRows } from '../../../server/sync/admin.ts'
import { randomFor } from '../../../shared/demo/seeded-random.ts'
import { diceFrom } from '../../../shared/demo/dice.ts'
import type { WholeBoard } from '../../../shared/protocol/board.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { probeBoard } from '../../support/board-probe.ts'
import type { BoardClient } from '../../support/board-client.ts'
import { openBoard } from '../../support/board-client.ts'
import { aThread, aTicket, freshId } from '../../support/builders.ts'
import { fileHub } from '../../support/file-hub.ts'
import type { AgentName, SignedInAs } from '../../support/hub.ts'
import { eventually, post } from '../../support/hub.ts'
import type { Case } from '../../support/hub-work.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'
import { openLive } from '../../support/live-client.ts'

const HOUR_MS = 3_600_000
const hub = fileHub()
const open: { close: () => void }[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

async function watch(name: AgentName = 'sara', url = hub.url): Promise<BoardClient> {
  const { accessToken } = await hub.signIn(name)
  const client = await openBoard(url, accessToken)
  open.push(client)
  await client.until(() => true)
  return client
}

const queueOf = ({ queues }: WholeBoard, teamId: string | null) =>
  queues.find(queue => queue.teamId === teamId)
const agentOf = ({ agents }: WholeBoard, name: AgentName) =>
  agents.find(({ agentId }) => agentId === hub.agentIds[name])

type Recount = Pick<WholeBoard, 'queues' | 'agents' | 'measures' | 'flow' | 'alerts'>
/** The same picture, counted anew from the tables at the same moment. */
async function recount(nowMs: number): Promise<Recount> {
  const model = await inWorkspace(hub.database.app, { workspaceId: hub.workspaceId, mode: 'read' }, client =>
    fillModel({ client, workspaceId: hub.workspaceId }, nowMs),
  )
  return { ...model.fast(nowMs), ...model.slow(nowMs) }
}

const fileMail = (one: Case, atMs: number, bodyText = 'Where is it?') =>
  applyAsHub(hub.deps, hub.workspaceId, [
    {
      name: 'ticket.receive',
      mutationId: freshId(),
      args: {
        messageId: freshId(),
        ticketId: one.ticket.id,
        channel: 'email',
        from: { name: 'Ana', address: 'ana@customer.example' },
        to: [],
        cc: [],
        bodyText,
        bodyHtml: null,
        mailId: null,
        receivedAtMs: atMs,
        attachments: [],
      },
    },
  ])

const replyTo = (one: Case, seenUpToSeq: number) => ({
  name: 'ticket.reply',
  args: {
    messageId: freshId(),
    ticketId: one.ticket.id,
    threadId: one.thread.id,
    channel: 'email',
    to: [{ name: null, address: 'ana@customer.example' }],
    cc: [],
    bodyText: 'It left this morning.',
    bodyHtml: null,
    attachments: [],
    seenUpToSeq,
    confirmed: true,
  },
})

test('a mail that arrives is on the board with its queue, its wait and the arrivals', async () => {
  const board = await watch()
  const one = await addCase(hub, { teamId: hub.teamIds.orders, waitingSinceMs: null })
  await board.until(picture => queueOf(picture, hub.teamIds.orders)?.open === 1)
  const before = board.board()?.flow.all.arrivals.reduce((sum, count) => sum + count, 0) ?? 0
  await fileMail(one, hub.clock.now())

  const after = await board.until(picture => queueOf(picture, hub.teamIds.orders)?.waiting === 1)
  expect(queueOf(after, hub.teamIds.orders)).toMatchObject({ kind: 'service', open: 1, capacity: 8 })
  await board.until(({ flow }) => flow.all.arrivals.reduce((sum, count) => sum + count, 0) === before + 1)
})

test('after random work of several agents the counters equal a recount', async () => {
  const board = await watch()
  const dice = diceFrom(randomFor(11, 'board'))
  const authors = await Promise.all((['lena', 'tom', 'sara'] as const).map(name => hub.signIn(name)))
  const cases = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      addCase(hub, {
        teamId: index % 3 === 0 ? null : index % 2 === 0 ? hub.teamIds.orders : hub.teamIds.devices,
        kind: index % 2 === 0 ? 'service' : 'support',
      }),
    ),
  )
  for (let step = 0; step < 90; step += 1) await workAtRandom(dice, authors, cases)
  const { seq } = await hub.store.read(hub.workspaceId, tx => tx.head())
  expect(seq).toBeGreaterThan(60)
  const last = await addCase(hub, {
    teamId: hub.teamIds.devices,
    kind: 'support',
    assigneeId: hub.agentIds.adam,
  })
  expect(last.thread.state).toBe('open')
  await board.until(picture => (agentOf(picture, 'adam')?.openSupport ?? 0) > 0)

  // The slow part of the picture follows within a second; compare once both stand for the same moment.
  const same = await eventually(
    async () => {
      const shown = board.board()
      if (!shown) throw new Error('No picture came')
      const { laptops: _laptops, mark: _mark, ...rest } = shown
      const { queues, agents, measures, flow, alerts } = await recount(rest.asOfMs)
      return { shown: sections(rest), counted: sections({ queues, agents, measures, flow, alerts }) }
    },
    ({ shown, counted }) => isDeepStrictEqual(shown, counted),
  )
  expect(same.shown).toEqual(same.counted)
  expect(same.counted.measures.all.firstReply.count).toBeGreaterThan(0)
})

/** What must agree, whatever the moment at which either was looked at. */
function sections({ queues, agents, measures, flow, alerts }: Recount) {
  return {
    queues,
    agents: agents.toSorted((a, b) => (a.agentId < b.agentId ? -1 : 1)),
    measures,
    flow,
    alerts,
  }
}

async function workAtRandom(
  dice: ReturnType<typeof diceFrom>,
  authors: readonly SignedInAs[],
  cases: readonly Case[],
): Promise<void> {
  const one = dice.pick(cases)
  const who = dice.pick(authors)
  const { thread } = await stateOf(one)
  switch (dice.pick(['mail', 'reply', 'take', 'assign', 'state', 'relabel'])) {
    case 'mail':
      return void (await fileMail(one, hub.clock.now()))
    case 'reply':
      return void (await pushOne(hub, who, replyTo(one, 1_000)))
    case 'take':
      return void (await pushOne(hub, who, {
        name: 'thread.take',
        args: { threadId: one.thread.id, agentId: who.agent.id, seen: thread.assigneeId },
      }))
    case 'assign':
      return void (await pushOne(hub, who, {
        name: 'thread.assign',
        args: {
          threadId: one.thread.id,
          team: { seen: thread.teamId, value: dice.pick([hub.teamIds.orders, hub.teamIds.devices, null]) },
          assignee: null,
        },
      }))
    case 'relabel':
      return void (await pushOne(hub, who, {
        name: 'ticket.relabel',
        args: {
          ticketId: one.ticket.id,
          kind: dice.pick(['service', 'support', 'both']),
          seen: null,
          teamId: null,
        },
      }))
    default:
      return void (await pushOne(hub, who, {
        name: 'thread.setState',
        args: {
          threadId: one.thread.id,
          state: dice.pick(['open', 'pending', 'solved']),
          seen: thread.state,
          seenUpToSeq: 1_000,
        },
      }))
  }
}

async function stateOf(one: Case) {
  const [row] = await hub.store.read(hub.workspaceId, tx => tx.rows('threads', [one.thread.id]))
  return {
    thread: row as unknown as { state: string; assigneeId: string | null; teamId: string | null },
  }
}

test('a kind that people change is on the board under the kind it came with, until it is put back', async () => {
  const board = await watch()
  const tom = await hub.signIn('tom')
  const wrongIn = ({ measures }: WholeBoard, kind: 'all' | 'service' | 'support'): number =>
    measures[kind].mislabelled?.count ?? 0
  const { customer } = await addCase(hub)
  const ticket = aTicket({ id: freshId(), customerId: customer.id, createdAtMs: hub.clock.now() })
  const thread = aThread({ ticketId: ticket.id, customerId: customer.id, kind: 'service' })
  await stageRows(hub.deps, hub.workspaceId, [
    [
      { table: 'tickets', row: { ...ticket, number: null } },
      { table: 'threads', row: { ...thread, id: freshId() } },
    ],
  ])
  const relabel = (kind: string, seen: string) =>
    pushOne(hub, tom, {
      name: 'ticket.relabel',
      args: { ticketId: ticket.id, kind, seen, teamId: null },
    })
  const shown = board.board()
  if (!shown) throw new Error('No picture came')
  const [all, support] = [wrongIn(shown, 'all'), wrongIn(shown, 'support')]
  await relabel('support', 'service')
  const after = await board.until(each => wrongIn(each, 'all') === all + 1)
  expect(wrongIn(after, 'support')).toBe(support)
  expect((await recount(hub.clock.now())).measures.all.mislabelled).toEqual(after.measures.all.mislabelled)
  await relabel('service', 'support')
  await board.until(each => wrongIn(each, 'all') === all)
})

test('agents are refused, and a role that is taken away ends the look', async () => {
  // Its negative control: board-role-check.test.ts.
  const access = await probeBoard(hub, () => addCase(hub, { teamId: hub.teamIds.orders }))
  expect(access).toEqual({ asked: 403, socket: 403, afterDemotion: 4003 })
})

test('clocks that warn and targets that are missed are alerts with a way to their tickets, and go when restored', async () => {
  const now = hub.clock.now()
  const clock = {
    limitMs: HOUR_MS,
    warnMs: HOUR_MS / 4,
    usedMs: 0,
    sinceMs: now - HOUR_MS,
    stoppedAtMs: null,
    isBreached: false,
  }
  const clocks = (dueAtMs: number) => ({
    policyId: freshId(),
    calendarId: freshId(),
    isAdopted: false,
    first: null,
    next: null,
    solve: { ...clock, warnAtMs: dueAtMs - HOUR_MS / 4, dueAtMs },
    breachAtMs: null,
  })
  const place = { teamId: hub.teamIds.devices, kind: 'support' as const }
  const missed = await addCase(hub, { ...place, clocks: clocks(now - HOUR_MS), dueAtMs: now - HOUR_MS })
  const soon = await addCase(hub, { ...place, clocks: clocks(now + HOUR_MS / 8), dueAtMs: now + HOUR_MS / 8 })
  await addCase(hub, { ...place, clocks: clocks(now + HOUR_MS), dueAtMs: now + HOUR_MS })
  const board = await watch()
  const alertOf = ({ alerts }: WholeBoard, kind: string) => alerts.find(alert => alert.kind === kind)
  const picture = await board.until(each => alertOf(each, 'due-soon') !== undefined)
  expect(alertOf(picture, 'target-missed')).toMatchObject({
    severity: 'bad',
    count: 1,
    workKind: 'support',
    ticketIds: [missed.ticket.id],
    threadIds: [missed.thread.id],
  })
  expect(alertOf(picture, 'due-soon')).toMatchObject({
    severity: 'warning',
    count: 1,
    ticketIds: [soon.ticket.id],
  })
  const seen = { restoredAtMs: null, reopenedCount: 0 }
  const args = { threadId: missed.thread.id, isRestored: true, seen, seenUpToSeq: 9 }
  await pushOne(hub, await hub.signIn('lena'), { name: 'thread.setRestored', args })
  await board.until(each => alertOf(each, 'target-missed') === undefined)
})

test('what an agent can carry is set by supervisors only, and the load goes by it', async () => {
  const board = await watch()
  const args = { agentId: hub.agentIds.lena, capacity: 3, seen: null }
  const intent = { name: 'agent.setCapacity', args }
  expect(await pushOne(hub, await hub.signIn('lena'), intent)).toMatchObject({ kind: 'rejected' })
  expect(await pushOne(hub, await hub.signIn('sara'), intent)).toMatchObject({ kind: 'done' })
  const picture = await board.until(each => agentOf(each, 'lena')?.capacity === 3)
  expect(agentOf(picture, 'sara')?.capacity).toBe(8)
})

test('what a laptop reports is on the board, and stays there with its age when it is gone', async () => {
  const board = await watch()
  const lena = await hub.signIn('lena')
  const live = await openLive(hub.url, lena.accessToken)
  const setAtMs = hub.clock.now()
  const report = {
    unsent: 3,
    oldestUnsentAtMs: 5,
    lastPulledAtMs: 7,
    version: '1.2.3',
    unsentReplies: 2,
    unsentTickets: 2,
    claimed: 1,
    unsentTicketIds: ['one', 'other'],
    claimedTicketIds: ['other'],
    isEncrypted: true,
    skewMs: -20,
    status: { state: 'lunch', untilMs: setAtMs + 3_600_000, setAtMs },
  }
  live.send({ kind: 'report', report })
  const seen = await board.until(picture => agentOf(picture, 'lena')?.state === 'lunch')
  expect(seen.laptops.find(({ clientId }) => clientId === lena.clientId)).toMatchObject({
    isOnline: true,
    unsent: 3,
    unsentReplies: 2,
    unsentTickets: 2,
    claimed: 1,
    unsentTicketIds: ['one', 'other'],
    claimedTicketIds: ['other'],
    isEncrypted: true,
    skewMs: -20,
  })
  live.close()
  const gone = await board.until(picture => agentOf(picture, 'lena')?.state === 'offline')
  expect(gone.laptops.find(({ clientId }) => clientId === lena.clientId)).toMatchObject({
    isOnline: false,
    unsent: 3,
  })
  hub.clock.shift(20 * 60_000)
  const late = await board.until(({ alerts }) => alerts.some(({ kind }) => kind === 'laptop-silent'))
  expect(late.alerts.find(({ kind }) => kind === 'laptop-silent')).toMatchObject({
    agentId: hub.agentIds.lena,
    count: 2,
  })
  hub.clock.shift(-20 * 60_000)
})

test('a report of an older console without the new facts says that it does not know', async () => {
  const tom = await hub.signIn('tom')
  const report = { unsent: 1, oldestUnsentAtMs: 5, lastPulledAtMs: 7, version: '0.9.0' }
  expect((await post(`${hub.url}${routes.report}`, report, tom.headers)).status).toBe(200)
  const board = await watch()
  const seen = await board.until(({ laptops }) => laptops.some(({ clientId }) => clientId === tom.clientId))
  expect(seen.laptops.find(({ clientId }) => clientId === tom.clientId)).toMatchObject({
    unsent: 1,
    unsentReplies: null,
    isEncrypted: null,
    isOnline: true,
  })
})

test('both copies of the hub show the same floor: who writes on one is seen through the other', async () => {
  const copy = await hub.startCopy()
  const there = await watch('sara', copy.url)
  const tom = await hub.signIn('tom')
  const live = await openLive(hub.url, tom.accessToken)
  open.push(live)
  const one = await addCase(hub)
  live.send({ kind: 'viewing', ticketId: one.ticket.id, doing: 'typing' })
  expect(await there.until(picture => agentOf(picture, 'tom')?.state === 'writing')).toBeTruthy()
  await copy.stop()
  expect(await there.closed).toBe(1001)
})

test('who comes later is told who is where, on either copy', async () => {
  const copy = await hub.startCopy()
  const tom = await hub.signIn('tom')
  const mine = await openLive(hub.url, tom.accessToken)
  open.push(mine)
  const one = await addCase(hub)
  mine.send({ kind: 'viewing', ticketId: one.ticket.id, doing: 'viewing' })
  await mine.next(frame => frame.kind === 'presence' && frame.ticketId === one.ticket.id)
  const adam = await hub.signIn('adam')
  const theirs = await openLive(copy.url, adam.accessToken)
  open.push(theirs)
  expect(await theirs.next(frame => frame.kind === 'watching')).toEqual({
    kind: 'watching',
    tickets: [{ ticketId: one.ticket.id, agents: [{ id: hub.agentIds.tom, doing: 'viewing' }] }],
  })
  await copy.stop()
})

test('the picture can be asked for, and waited for where WebSockets are blocked', async () => {
  const sara = await hub.signIn('sara')
  const ask = async (query: string): Promise<WholeBoard> =>
    (await (await fetch(`${hub.url}${routes.board}${query}`, { headers: sara.headers })).json()) as WholeBoard
  const first = await ask('')
  expect(first).toMatchObject({ kind: 'board', isWhole: true })
  const waiting = ask(`?after=${first.mark}&waitMs=20000`)
  await addCase(hub, { teamId: null })
  const next = await waiting
  expect(next.mark).not.toBe(first.mark)
  expect(next.isWhole).toBe(true)
})

test('a known issue whose code many customers quote within the hour rises', async () => {
  const board = await watch()
  const issueId = freshId()
  await inWorkspace(hub.database.app, { workspaceId: hub.workspaceId }, client =>
    client.query(
      `INSERT INTO known_issues (workspace_id, id, code, title, affected_versions_json, symptoms, error_codes_json,
         state, updated_at_ms) VALUES ($1, $2, 'KE-7', 'Scanner stops', '[]', '', '["E-1042"]', 'known', 1)`,
      [hub.workspaceId, issueId],
    ),
  )
  board.close()
  const copy = await hub.startCopy()
  const fresh = await watch('sara', copy.url)
  for (let n = 0; n < 5; n += 1)
    await fileMail(await addCase(hub), hub.clock.now(), 'The scanner shows e-1042 again')
  const found = await fresh.until(({ alerts }) => alerts.some(({ kind }) => kind === 'issue-rising'))
  expect(found.alerts.find(({ kind }) => kind === 'issue-rising')).toMatchObject({ issueId, count: 5 })
  await copy.stop()
})
