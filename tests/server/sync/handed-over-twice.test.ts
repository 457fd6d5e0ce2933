import { afterAll, beforeAll, expect, test } from 'vitest'
import { stageRows } from '../../../server/sync/admin.ts'
import { toDomain } from '../../../shared/domain/codec.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import { hadBy, handingOver, handOverId, opportunityFor } from '../../../shared/rules/growth/hand-to-sales.ts'
import type { Handing } from '../../../shared/rules/growth/hand-to-sales.ts'
import { aCustomer, freshId } from '../../support/builders.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { pushOne } from '../../support/hub-work.ts'
import { sampleRow } from '../../support/sample-row.ts'

let hub: HubUnderTest
let lena: SignedInAs
let sara: SignedInAs
let teamId: string
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('lena')
  sara = await hub.signIn('sara')
  teamId = freshId()
  await stageRows(hub.deps, hub.workspaceId, [
    [{ table: 'teams', row: { ...sampleRow('teams'), id: teamId, name: 'Sales' } }],
  ])
})
afterAll(() => hub.stop())

const ALONE: Handing = { note: 'A second till', productId: null, agreedVia: null, teamId: null }

async function aNeed(): Promise<Row<'needs'>> {
  const customer = aCustomer({ id: freshId() })
  const need = {
    ...sampleRow('needs'),
    id: freshId(),
    customerId: customer.id,
    ticketId: null,
    steps: [],
    budgetMinor: 90_000,
    currency: 'EUR',
  }
  await stageRows(hub.deps, hub.workspaceId, [
    [
      { table: 'customers', row: customer },
      { table: 'needs', row: need },
    ],
  ])
  return need
}
/** As a laptop that was away hands it over: it knows of no opportunity. */
async function handOver(who: SignedInAs, need: Row<'needs'>, handing: Partial<Handing>) {
  const kinds: string[] = []
  for (const { name, args } of handingOver(need, { ...ALONE, ...handing }, handOverId(need.id, [])))
    kinds.push((await pushOne(hub, who, { name, args })).kind)
  return kinds
}
const opportunitiesOf = ({ customerId }: Row<'needs'>) =>
  hub.store.read(hub.workspaceId, tx =>
    tx.many({ table: 'opportunities', where: { customerId }, above: null }),
  )

test('two laptops that hand over the same need offline make one opportunity, with the words of both', async () => {
  const need = await aNeed()
  expect(await handOver(lena, need, { agreedVia: 'phone', teamId })).toEqual(['done', 'done', 'done'])
  expect(await handOver(sara, need, { note: 'And a printer', agreedVia: 'email', teamId })).toEqual([
    'done',
    'done',
    'done',
  ])
  expect(await opportunitiesOf(need)).toMatchObject([
    {
      state: 'passed-on',
      teamId,
      consent: 'given',
      // As the first was told.
      consentVia: 'phone',
      createdBy: hub.agentIds.lena,
      note: 'A second till\nAnd a printer',
      valueMinor: 90_000,
    },
  ])
  // Sent a third time it changes nothing.
  await handOver(sara, need, { note: 'And a printer', agreedVia: 'email', teamId })
  expect(await opportunitiesOf(need)).toMatchObject([{ note: 'A second till\nAnd a printer' }])
})

test('who asked the customer brings the consent the first did not ask for; a refusal stays one', async () => {
  const need = await aNeed()
  await handOver(lena, need, {})
  expect(await handOver(sara, need, { agreedVia: 'email', teamId })).toEqual(['done', 'done', 'done'])
  expect(await opportunitiesOf(need)).toMatchObject([
    { state: 'passed-on', consent: 'given', consentVia: 'email' },
  ])
  const other = await aNeed()
  await handOver(lena, other, {})
  const refused = {
    opportunityId: handOverId(other.id, []),
    consent: 'refused',
    via: 'phone',
    seen: 'not-asked',
  }
  expect(await pushOne(hub, lena, { name: 'opportunity.consent', args: refused })).toMatchObject({
    kind: 'done',
  })
  expect(await handOver(sara, other, { agreedVia: 'email', teamId })).toEqual(['done', 'done', 'rejected'])
  expect(await opportunitiesOf(other)).toMatchObject([{ state: 'noted', consent: 'refused' }])
})

test('what was taken back is handed over anew, and what sales are done with is another one', async () => {
  const need = await aNeed()
  await handOver(lena, need, {})
  const opportunityId = handOverId(need.id, [])
  const move = (state: string, seen: string) =>
    pushOne(hub, lena, { name: 'opportunity.move', args: { opportunityId, state, seen } })
  await move('withdrawn', 'noted')
  await handOver(sara, need, { note: 'Two tills' })
  expect(await opportunitiesOf(need)).toMatchObject([{ state: 'noted', note: 'Two tills', closedAtMs: null }])
  expect(await move('won', 'noted')).toMatchObject({ kind: 'done' })
  await handOver(sara, need, { note: 'Three tills' })
  expect(await opportunitiesOf(need)).toMatchObject([{ state: 'won', note: 'Two tills' }])
  expect(handOverId(need.id, [{ id: opportunityId, state: 'won' }])).not.toBe(opportunityId)
})

/** What a laptop that is up to date knows of the customer. */
async function knownOf(need: Row<'needs'>) {
  const rows = (await opportunitiesOf(need)).map(row => toDomain('opportunities', row))
  return { open: rows.filter(({ closedAtMs }) => closedAtMs === null), ended: [] }
}

test('who gives it to another team moves it there, or both have one; a team that works on it keeps it', async () => {
  const otherId = freshId()
  await stageRows(hub.deps, hub.workspaceId, [
    [{ table: 'teams', row: { ...sampleRow('teams'), id: otherId, name: 'Partners' } }],
  ])
  const push = async (need: Row<'needs'>, handing: Partial<Handing> & Pick<Handing, 'teamId'>) => {
    const id = opportunityFor(need.id, handing, await knownOf(need))
    for (const { name, args } of handingOver(need, { ...ALONE, agreedVia: 'phone', ...handing }, id))
      expect(await pushOne(hub, lena, { name, args })).toMatchObject({ kind: 'done' })
  }
  const need = await aNeed()
  const first = handOverId(need.id, [])
  await push(need, { teamId })
  // The same team again only adds words.
  expect(hadBy(need.id, teamId, await knownOf(need))).toBeNull()
  expect(hadBy(need.id, null, await knownOf(need))).toBeNull()
  expect(hadBy(need.id, otherId, await knownOf(need))).toEqual({
    opportunityId: first,
    teamId,
    canMove: true,
  })
  await push(need, { teamId: otherId, second: 'move' })
  expect(await opportunitiesOf(need)).toMatchObject([{ state: 'passed-on', teamId: otherId }])

  // The first team takes it on: then the other gets one of its own.
  const accept = { opportunityId: first, state: 'accepted', seen: 'passed-on' }
  expect(await pushOne(hub, sara, { name: 'opportunity.move', args: accept })).toMatchObject({ kind: 'done' })
  expect(hadBy(need.id, teamId, await knownOf(need))).toMatchObject({ teamId: otherId, canMove: false })
  await push(need, { teamId, second: 'both' })
  const teams = (await opportunitiesOf(need)).map(row => row['teamId'])
  expect(new Set(teams)).toEqual(new Set([teamId, otherId]))
  // Each of the two has it: giving it to either asks nothing and adds words to theirs.
  expect(hadBy(need.id, teamId, await knownOf(need))).toBeNull()
  expect(hadBy(need.id, otherId, await knownOf(need))).toBeNull()
  expect(opportunityFor(need.id, { teamId: otherId }, await knownOf(need))).toBe(first)
  expect(opportunityFor(need.id, { teamId }, await knownOf(need))).not.toBe(first)
})
