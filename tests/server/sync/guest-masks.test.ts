import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeAgent } from '../../../server/sync/admin.ts'
import { decodeCursor, encodeCursor } from '../../../server/sync/cursor.ts'
import type { Agent } from '../../../shared/domain/people.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import { SIGHT_VERSION } from '../../../shared/rules/guests/what-guests-see.ts'
import { aCustomer, aMessage, anAgent, aTeam, aThread, aTicket, freshId } from '../../support/builders.ts'
import { testClient } from '../../support/hub-client.ts'
import type { TestClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'
import { expectSettled, Mirror } from '../../support/mirror.ts'
import { sampleRow } from '../../support/sample-row.ts'

// What is masked for guests: what they give back by undoing, answers of guides, and laptops from before.

/** Ways to reach Ana, as they stand. */
const RAW = /ana\.ruiz@|600 123/u
const NUMBER = '+34 600 123 456'

let hub: TestHub
let workspace: TestWorkspace
let gus: Agent
let lena: Agent
let own: { readonly ticketId: string; readonly customerId: string }
let guest: TestClient

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub, { policy: 'everything', agent: { role: 'admin' } })
  const team = aTeam()
  gus = anAgent({ name: 'Gus Adler', teamIds: [team.id] })
  lena = anAgent({ teamIds: [team.id] })
  own = { ticketId: freshId(), customerId: freshId() }
  await put(hub, workspace.id, [
    inTable('teams', team),
    inTable('agents', gus),
    inTable('agents', lena),
    inTable('customers', aCustomer({ id: own.customerId })),
    inTable(
      'tickets',
      aTicket({ id: own.ticketId, customerId: own.customerId, number: null, lastMessageSeq: 1 }),
    ),
    inTable('threads', aThread({ ...own, id: freshId(), teamId: team.id })),
    inTable('messages', aMessage({ ...own, id: freshId(), seq: 1, bodyText: `Call ${NUMBER}` })),
  ])
  await changeAgent(hub.deps, workspace.id, { id: gus.id, role: 'guest' })
  guest = testClient(hub, workspace, gus.id)
})

const laptopOf = (agent: Agent): Mirror => new Mirror(hub, { workspaceId: workspace.id, agentId: agent.id })
const allOf = (mirror: Mirror): string => JSON.stringify([...mirror.rows.values(), ...mirror.entries])
/** A row as a colleague's laptop has it in the end; the guest's knows nothing they should not. */
async function asColleaguesSee(key: string): Promise<Row<'askedTried'> | null> {
  const [lenas, laptop] = [laptopOf(lena), laptopOf(gus)]
  await expectSettled(hub, lenas)
  await expectSettled(hub, laptop)
  expect(allOf(laptop)).not.toMatch(RAW)
  return (lenas.rows.get(key)?.row ?? null) as Row<'askedTried'> | null
}

describe('what a guest brings back is as it was, and not as they were shown it', () => {
  const entry = (fields: Partial<Row<'askedTried'>> = {}): Row<'askedTried'> => ({
    ...sampleRow('askedTried'),
    ...own,
    id: freshId(),
    kind: 'asked',
    source: 'agent',
    words: `Which number? Is it ${NUMBER}?`,
    detailKey: null,
    result: null,
    outcome: `Yes, ${NUMBER}`,
    ...fields,
  })
  const shown = { words: 'Which number? Is it ***56?', outcome: 'Yes, ***56' }
  const again = (entryId: string) =>
    guest.send('askedTried.add', {
      ...shown,
      entryId,
      ticketId: own.ticketId,
      kind: 'asked',
      detailKey: null,
      result: null,
    })

  test('an entry that was taken off the list', async () => {
    const stood = entry()
    await put(hub, workspace.id, [inTable('askedTried', stood)])
    expect((await guest.send('askedTried.remove', { entryId: stood.id })).kind).toBe('done')
    expect(await asColleaguesSee(`askedTried/${stood.id}`)).toBeNull()
    const back = await again(stood.id)
    expect(back.kind).toBe('done')
    expect(JSON.stringify(back)).not.toMatch(RAW)
    const { words, outcome } = stood
    expect(await asColleaguesSee(`askedTried/${stood.id}`)).toMatchObject({ words, outcome })
  })

  test('of one that nobody took away, or of another, nothing is known', async () => {
    const stood = entry()
    await put(hub, workspace.id, [inTable('askedTried', stood)])
    expect((await guest.send('askedTried.remove', { entryId: stood.id })).kind).toBe('done')
    const other = freshId()
    expect((await again(other)).kind).toBe('done')
    expect(await asColleaguesSee(`askedTried/${other}`)).toMatchObject(shown)
  })

  test('an answer they wrote over, and a symptom', async () => {
    const stood = entry()
    const symptom = `Prints nothing since somebody called ${NUMBER}`
    await put(hub, workspace.id, [
      inTable('askedTried', stood),
      inTable('diagnoses', { ...sampleRow('diagnoses'), ...own, id: own.ticketId, symptom }),
    ])
    const close = (outcome: string, seen: string) =>
      guest.send('askedTried.close', {
        entryId: stood.id,
        result: null,
        outcome,
        seen: { result: null, outcome: seen },
      })
    expect((await close('No', shown.outcome)).kind).toBe('done')
    expect((await close(shown.outcome, 'No')).kind).toBe('done')
    expect((await asColleaguesSee(`askedTried/${stood.id}`))?.outcome).toBe(stood.outcome)

    const masked = 'Prints nothing since somebody called ***56'
    const set = (value: string, seen: string) =>
      guest.send('diagnosis.set', { ticketId: own.ticketId, fields: [{ field: 'symptom', seen, value }] })
    expect((await set('Paper', masked)).kind).toBe('done')
    expect((await set(masked, 'Paper')).kind).toBe('done')
    expect(await asColleaguesSee(`diagnoses/${own.ticketId}`)).toMatchObject({ symptom })
  })

  test('why a guide was stopped', async () => {
    const run: Row<'guideRuns'> = {
      ...sampleRow('guideRuns'),
      ...own,
      id: freshId(),
      state: 'stopped',
      outcome: `They call back from ${NUMBER}`,
    }
    await put(hub, workspace.id, [inTable('guideRuns', run)])
    const end = (state: 'running' | 'stopped', reason: string | null, seen: string) =>
      guest.send('guideRun.end', { runId: run.id, state, reason, seen })
    expect((await end('running', null, 'stopped')).kind).toBe('done')
    expect((await end('stopped', 'They call back from ***56', 'running')).kind).toBe('done')
    expect(await asColleaguesSee(`guideRuns/${run.id}`)).toMatchObject({ outcome: run.outcome })
  })
})

test('answers of guides are masked, ids in them are not; a colleague is given them as they stand', async () => {
  // Eight digits at the beginning of an id are no number to call.
  const agentId = '01234567-aaaa-7000-8000-000000000001'
  const answer = { stepId: 'ask', answer: 'yes', label: 'Yes', atMs: 1, agentId }
  const run: Row<'guideRuns'> = {
    ...sampleRow('guideRuns'),
    ...own,
    id: freshId(),
    answers: [{ ...answer, note: `Reached at ${NUMBER}, ana.ruiz@reach.example` }],
    outcome: `Call ${NUMBER}`,
  }
  await put(hub, workspace.id, [inTable('guideRuns', run)])
  expect(await asColleaguesSee(`guideRuns/${run.id}`)).toMatchObject({ answers: run.answers })
  const laptop = laptopOf(gus)
  await expectSettled(hub, laptop)
  expect(laptop.rows.get(`guideRuns/${run.id}`)?.row).toMatchObject({
    answers: [{ ...answer, note: 'Reached at ***56, a***@reach.example' }],
    outcome: 'Call ***56',
  })
})

test('a guest’s laptop that was filled when guests were given more takes everything again, once', async () => {
  const laptop = laptopOf(gus)
  await expectSettled(hub, laptop)
  const cursor = decodeCursor(laptop.cursor ?? '')
  expect(cursor?.stamp).toMatch(new RegExp(`\\.guest${SIGHT_VERSION}$`, 'u'))
  for (const held of laptop.rows.values())
    if (held.table === 'messages')
      laptop.rows.set(`messages/${held.row.id}`, { ...held, row: { ...held.row, bodyText: NUMBER } })
  // Where nothing says so, it keeps what it has: the row has not changed.
  await laptop.sync()
  expect(allOf(laptop)).toMatch(RAW)
  laptop.cursor = encodeCursor({
    epoch: '',
    seq: 0,
    ...cursor,
    stamp: cursor?.stamp.replace(/\d+$/u, '1') ?? '',
  })
  await expectSettled(hub, laptop)
  expect(allOf(laptop)).not.toMatch(RAW)
  expect(laptop.snapshots).toHaveLength(2)
  await laptop.sync()
  expect(laptop.snapshots).toHaveLength(2)
})
