import { afterEach, describe, expect, test } from 'vitest'
import { deactivateAgent } from '../../../server/auth/administration.ts'
import { tellVanished } from '../../../server/jobs/tell-vanished.ts'
import { changeAgent, changeScopePolicy } from '../../../server/sync/admin.ts'
import type { LiveFrame } from '../../../shared/protocol/pull.ts'
import { LiveFrame as LiveFrameSchema } from '../../../shared/protocol/pull.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { silentLog } from '../../../shared/log.ts'
import { HINT_LIMIT_BYTES } from '../../../shared/protocol/version.ts'
import { fileHub } from '../../support/file-hub.ts'
import type { AgentName } from '../../support/hub.ts'
import { eventually, startTestHub } from '../../support/hub.ts'
import { freshId } from '../../support/builders.ts'
import { addCase, addNoteTo, pushOne } from '../../support/hub-work.ts'
import type { LiveClient } from '../../support/live-client.ts'
import { openLive } from '../../support/live-client.ts'

const hub = fileHub()
const clients: LiveClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})

async function live(name: AgentName, url = hub.url): Promise<LiveClient> {
  const { accessToken } = await hub.signIn(name)
  const client = await openLive(url, accessToken)
  clients.push(client)
  await client.next(frame => frame.kind === 'hint')
  return client
}
/** Four changes, each told together with what comes within half a second. */
const PATIENT = { timeout: 20_000 }
const head = (): Promise<number> => hub.store.read(hub.workspaceId, async tx => (await tx.head()).seq)

type Hint = Extract<LiveFrame, { kind: 'hint' }>
const carries =
  (body: string) =>
  (frame: LiveFrame): boolean =>
    frame.kind === 'hint' && JSON.stringify(frame.entries ?? []).includes(body)
const reaches =
  (seq: number) =>
  (frame: LiveFrame): boolean =>
    frame.kind === 'hint' && frame.seq >= seq

test('a connection begins with the number the feed has', async () => {
  const client = await live('lena')

  expect(client.frames[0]).toEqual({
    kind: 'hint',
    seq: await head(),
    fromSeq: null,
    entries: null,
    cursor: null,
  })
})

test('what one agent does reaches another with its rows, from where the last hint ended', async () => {
  const client = await live('tom')
  const author = await hub.signIn('lena')
  const one = await addCase(hub)
  await pushOne(hub, author, addNoteTo(one, 'first of two'))
  await pushOne(hub, author, addNoteTo(one, 'second of two'))
  await client.next(carries('second of two'))
  const hints = client.frames.filter(
    (frame): frame is Hint => frame.kind === 'hint' && frame.fromSeq !== null,
  )

  expect(hints.length).toBeGreaterThan(0)
  for (const [index, hint] of hints.entries()) {
    if (index > 0) expect(hint.fromSeq).toBe(hints[index - 1]?.seq)
    for (const entry of hint.entries ?? []) {
      expect(entry.seq).toBeGreaterThan(hint.fromSeq ?? 0)
      expect(entry.seq).toBeLessThanOrEqual(hint.seq)
    }
  }
  expect(hints.at(-1)?.seq).toBe(await head())
})

test('rows that would make a hint large stay at home: the number says where to pull to', async () => {
  const client = await live('tom')
  const author = await hub.signIn('lena')
  const one = await addCase(hub)
  await pushOne(hub, author, addNoteTo(one, 'x'.repeat(HINT_LIMIT_BYTES)))
  const hint = await client.next(reaches(await head()))

  expect(hint).toMatchObject({ entries: null, fromSeq: null })
})

test('a change on one copy of the hub is told by the other', async () => {
  const copy = await hub.startCopy()
  const here = await live('tom')
  const there = await live('sara', copy.url)
  const author = await hub.signIn('lena')
  const one = await addCase(hub)
  await pushOne(hub, author, { ...addNoteTo(one, 'said on the first'), url: hub.url })
  await pushOne(hub, author, { ...addNoteTo(one, 'said on the second'), url: copy.url })

  const told = await Promise.all([
    there.next(carries('said on the first')),
    here.next(carries('said on the second')),
  ])
  expect(told.map(({ kind }) => kind)).toEqual(['hint', 'hint'])
  await copy.stop()
})

test('a copy that lost its connection to the database tells what it missed once it is back', async () => {
  const client = await live('tom')
  await hub.database.owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  )
  // Staged by another process than the hub: only the database could have told it.
  await addCase(hub)

  expect(await client.next(reaches(await head()))).toMatchObject({ kind: 'hint' })
})

describe('scope', () => {
  test('a hint holds only what is in the reader’s scope, and private rows only for their owner', async () => {
    await changeScopePolicy(hub.deps, hub.workspaceId, 'teams')
    const ofOrders = await live('lena')
    const ofDevices = await live('tom')
    const ofSara = await live('sara')
    const one = await addCase(hub, { teamId: hub.teamIds.orders })
    const author = await hub.signIn('lena')
    await pushOne(hub, author, addNoteTo(one, 'for orders only'))
    await pushOne(hub, author, {
      name: 'draft.save',
      args: {
        draftId: freshId(),
        clientId: author.clientId,
        ticketId: one.ticket.id,
        mode: 'reply',
        body: 'private words of lena',
        to: null,
        cc: null,
        seenUpToSeq: 1,
      },
    })
    await ofOrders.next(carries('for orders only'))
    await Promise.all([ofDevices, ofSara].map(async client => client.next(reaches(await head()))))

    expect(JSON.stringify(ofDevices.frames)).not.toContain('for orders only')
    expect(JSON.stringify(ofDevices.frames)).not.toContain(one.customer.id)
    expect(JSON.stringify([ofDevices.frames, ofSara.frames])).not.toContain('private words')
    await ofOrders.next(carries('private words of lena'))
  })

  test('a customer that comes into scope is left to the pull; one that leaves is named', async () => {
    const ofOrders = await live('lena')
    const ofDevices = await live('tom')
    const one = await addCase(hub, { teamId: hub.teamIds.orders })
    const author = await hub.signIn('sara')
    const moved = await pushOne(hub, author, {
      name: 'thread.assign',
      args: {
        threadId: one.thread.id,
        team: { seen: hub.teamIds.orders, value: hub.teamIds.devices },
        assignee: null,
      },
    })
    expect(moved.kind).toBe('done')
    const at = await head()

    const [left, entered] = await Promise.all([ofOrders.next(reaches(at)), ofDevices.next(reaches(at))])
    expect(entered).toMatchObject({ entries: null })
    expect(JSON.stringify(left)).toContain('"leave"')
    await changeScopePolicy(hub.deps, hub.workspaceId, 'everything')
  })
})

describe('the end of a session', () => {
  test('sign-out closes the sockets of that session on every copy, and no others', async () => {
    const copy = await hub.startCopy()
    const signedIn = await hub.signIn('lena')
    const ending = await openLive(copy.url, signedIn.accessToken)
    const staying = await live('lena', copy.url)
    await ending.next(frame => frame.kind === 'hint')
    await fetch(`${hub.url}${routes.signOut}`, { method: 'POST', headers: signedIn.headers })

    expect((await ending.closed).code).toBe(4001)
    expect(ending.frames.at(-1)).toEqual({ kind: 'bye', reason: 'signed-out' })
    expect(staying.socket.readyState).toBe(staying.socket.OPEN)
    await copy.stop()
  })

  test('a deactivated agent’s sockets close at once', async () => {
    const own = await startTestHub()
    const { accessToken } = await own.signIn('tom')
    const client = await openLive(own.url, accessToken)
    await deactivateAgent(own.deps, { workspaceId: own.workspaceId, agentId: own.agentIds.tom })

    expect((await client.closed).code).toBe(4001)
    await own.stop()
  })

  test('a reused refresh token closes the sockets of its family', async () => {
    const first = await hub.signIn('lena')
    const refresh = (refreshToken: string): Promise<Response> =>
      fetch(`${hub.url}${routes.refresh}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ refreshToken }),
      })
    const second = (await (await refresh(first.refreshToken)).json()) as { accessToken: string }
    const client = await openLive(hub.url, second.accessToken)
    await refresh(first.refreshToken)

    expect((await client.closed).code).toBe(4001)
  })
})

test('a change of teams changes what an open connection is told, without a new connection', async () => {
  await changeScopePolicy(hub.deps, hub.workspaceId, 'teams')
  const client = await live('tom')
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.tom, teamIds: [hub.teamIds.orders] })
  // The number alone: the laptop pulls, and is told to take a snapshot of its new scope.
  expect(await client.next(reaches(await head()))).toMatchObject({ entries: null })
  const one = await addCase(hub, { teamId: hub.teamIds.orders })
  const author = await hub.signIn('lena')
  await pushOne(hub, author, addNoteTo(one, 'now for tom too'))

  expect(await client.next(carries('now for tom too'))).toMatchObject({ kind: 'hint' })
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.tom, teamIds: [hub.teamIds.devices] })
  await changeScopePolicy(hub.deps, hub.workspaceId, 'everything')
})

describe('long polling', () => {
  const poll = async (query: string, name: AgentName = 'tom'): Promise<LiveFrame> => {
    const { headers } = await hub.signIn(name)
    const answer = await fetch(`${hub.url}${routes.poll}?${query}`, { headers })
    expect(answer.status).toBe(200)
    return LiveFrameSchema.parse(await answer.json())
  }

  test('answers at once when the laptop is behind', async () => {
    expect(await poll('after=0&waitMs=20000')).toMatchObject({ kind: 'hint', seq: await head() })
  })

  test('waits for the next change and answers with the frame a WebSocket gets', async () => {
    const one = await addCase(hub)
    const author = await hub.signIn('lena')
    const at = await head()
    const waiting = poll(`after=${at}&waitMs=20000`)
    await eventually(
      async () => ((await (await fetch(`${hub.url}${routes.health}`)).json()) as { readers: number }).readers,
      readers => readers > 0,
    )
    const socket = await live('sara')
    await pushOne(hub, author, addNoteTo(one, 'for whoever waits'))

    const frame = await waiting
    expect(frame).toEqual(await socket.next(reaches(frame.kind === 'hint' ? frame.seq : 0)))
  })

  test('answers with where the feed stands when nothing happens', async () => {
    const at = await head()
    expect(await poll(`after=${at}&waitMs=50`)).toEqual({
      kind: 'hint',
      seq: at,
      fromSeq: null,
      entries: null,
      cursor: null,
    })
  })

  test('is forgotten when the laptop goes away', async () => {
    const { headers } = await hub.signIn('tom')
    const leaving = new AbortController()
    const answer = fetch(`${hub.url}${routes.poll}?after=${await head()}&waitMs=20000`, {
      headers,
      signal: leaving.signal,
    })
    const readers = async (): Promise<number> =>
      ((await (await fetch(`${hub.url}${routes.health}`)).json()) as { readers: number }).readers
    const before = await eventually(readers, count => count > 0)
    leaving.abort()
    await expect(answer).rejects.toThrow(/abort/i)

    await eventually(readers, count => count === before - 1)
  })
})

describe('what a laptop may say', () => {
  test('where it is: others in scope are told who has the ticket open, until it leaves', async () => {
    const watcher = await live('sara')
    const viewer = await live('lena')
    const one = await addCase(hub)
    viewer.send({ kind: 'viewing', ticketId: one.ticket.id, doing: 'typing' })
    const came = await watcher.next(frame => frame.kind === 'presence' && frame.ticketId === one.ticket.id)
    viewer.close()
    const left = await watcher.next(
      frame => frame.kind === 'presence' && frame.ticketId === one.ticket.id && frame.agents.length === 0,
    )

    expect(came).toMatchObject({ agents: [{ id: hub.agentIds.lena, doing: 'typing' }] })
    expect(left).toMatchObject({ agents: [] })
  })

  test(
    'what an agent says of themselves: the newest of their laptops counts, and it ends by itself',
    PATIENT,
    async () => {
      const watcher = await live('sara')
      const said =
        (state: string) =>
        (frame: LiveFrame): boolean =>
          frame.kind === 'colleagues' &&
          !frame.isWhole &&
          frame.agents.some(agent => agent.id === hub.agentIds.tom && agent.state === state)
      const [office, home] = [await live('tom'), await live('tom')]
      const nowMs = hub.clock.now()
      const report = (state: string, setAtMs: number, untilMs: number | null = null) => ({
        kind: 'report',
        report: {
          unsent: 0,
          oldestUnsentAtMs: null,
          lastPulledAtMs: null,
          version: '1',
          status: { state, untilMs, setAtMs },
        },
      })
      office.send(report('on-call', nowMs))
      await watcher.next(said('on-call'))
      // Set an hour ago on the other laptop, and only told now.
      home.send(report('away', nowMs - 3_600_000))
      home.close()
      await home.closed
      office.send(report('lunch', nowMs + 1, nowMs + 3_600_000))
      await watcher.next(said('lunch'))
      expect(watcher.frames.some(said('away'))).toBe(false)
      office.send(report('away', nowMs + 2, nowMs - 1))
      await watcher.next(said('available'))
      office.close()
      await watcher.next(said('offline'))
    },
  )

  test('whoever says something and goes at once is gone', PATIENT, async () => {
    const isHere = async (): Promise<boolean> =>
      (
        await hub.database.owner.query<{ isHere: boolean }>(
          'SELECT bool_or(live_until_ms > $2) AS "isHere" FROM clients WHERE agent_id = $1',
          [hub.agentIds.tom, hub.clock.now()],
        )
      ).rows[0]?.isHere === true
    const report = { unsent: 0, oldestUnsentAtMs: null, lastPulledAtMs: null, version: '1', status: null }
    for (let round = 0; round < 25; round += 1) {
      const laptop = await live('tom')
      await eventually(isHere, here => here)
      laptop.send({ kind: 'report', report })
      laptop.close()
      await laptop.closed
      expect(await eventually(isHere, here => !here)).toBe(false)
    }
  })

  test('whoever ends without a good-bye is told as offline by the job that looks for them', async () => {
    const watcher = await live('sara')
    const { clientId } = await hub.signIn('adam')
    await hub.database.owner.query('UPDATE clients SET live_until_ms = $2 WHERE client_id = $1', [
      clientId,
      hub.clock.now() - 1_000,
    ])
    const { app } = hub.database
    const context = { ...hub.deps, workspaceId: hub.workspaceId, app, owner: hub.database.owner }
    await tellVanished.run({
      ...context,
      store: hub.store,
      clock: hub.clock,
      random: Math.random,
      log: silentLog,
      signal: new AbortController().signal,
    })
    const gone = await watcher.next(
      frame =>
        frame.kind === 'colleagues' &&
        !frame.isWhole &&
        frame.agents.some(({ id }) => id === hub.agentIds.adam),
    )
    expect(gone.kind === 'colleagues' && gone.agents).toContainEqual({
      id: hub.agentIds.adam,
      state: 'offline',
      untilMs: null,
    })
  })

  test('how much it has unsent: kept for the fleet view', async () => {
    const signedIn = await hub.signIn('lena')
    const client = await openLive(hub.url, signedIn.accessToken)
    clients.push(client)
    client.send({
      kind: 'report',
      report: { unsent: 3, oldestUnsentAtMs: 5, lastPulledAtMs: 6, version: '1.2.3' },
    })

    const row = await eventually(
      async () =>
        (
          await hub.database.owner.query('SELECT unsent, version FROM clients WHERE client_id = $1', [
            signedIn.clientId,
          ])
        ).rows[0] as { unsent: number | null; version: string },
      found => found.unsent !== null,
    )
    expect(row).toEqual({ unsent: 3, version: '1.2.3' })
  })

  test.each(['not json', '{"kind":"hint","seq":1}', '{"kind":"viewing","ticketId":"x","doing":"viewing"}'])(
    'nothing else: %s ends the connection',
    async text => {
      const client = await live('lena')
      client.send(text)

      expect((await client.closed).code).toBe(1008)
    },
  )
})

test('the token travels in the list of sub-protocols; in the address it opens nothing', async () => {
  const { accessToken } = await hub.signIn('lena')

  await expect(openLive(hub.url, 'wrong')).rejects.toMatchObject({ status: 401 })
  const answer = await fetch(`${hub.url}${routes.pull}?access_token=${accessToken}`)
  expect(answer.status).toBe(401)
})
