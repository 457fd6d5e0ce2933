import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeToken } from '../../server/auth/token.ts'
import { inWorkspace } from '../../server/db/in-workspace.ts'
import { insertTracker, removeTrackers } from '../../server/db/queries/tracker-tokens.ts'
import { routes } from '../../shared/protocol/routes.ts'
import { engineeringIssueId } from '../../shared/rules/named-id.ts'
import { aBugReport, freshId } from '../support/builders.ts'
import type { HubUnderTest, SignedInAs } from '../support/hub.ts'
import { startTestHub } from '../support/hub.ts'
import { addCase, pushOne } from '../support/hub-work.ts'

let hub: HubUnderTest
let lena: SignedInAs
let token: string
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('lena')
  const { workspaceId } = hub
  const made = makeToken('e', workspaceId)
  token = made.text
  await inWorkspace(hub.database.app, { workspaceId }, client =>
    insertTracker({ client, workspaceId }, { hash: made.hash, name: 'Jira', createdAtMs: 1 }),
  )
})
afterAll(() => hub.stop())

const tell = (body: unknown, bearer = token): Promise<Response> =>
  fetch(`${hub.url}${routes.engineering}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify(body),
  })
const news = { key: 'pb-881', status: 'In review', state: 'in-progress' }
const rowsOf = (table: 'escalations' | 'engineeringIssues', id: string) =>
  hub.store.read(hub.workspaceId, tx => tx.rows(table, [id]))

test('what the tracker says reaches the ticket that waits for it', async () => {
  const { ticket } = await addCase(hub)
  const escalationId = freshId()
  const raised = await pushOne(hub, lena, {
    name: 'escalation.raise',
    args: {
      escalationId,
      ticketId: ticket.id,
      tier: 'engineering',
      summary: 'It reboots',
      report: aBugReport(),
      assetId: null,
      engineeringKey: 'PB-881',
      seen: [],
    },
  })
  expect(raised).toMatchObject({ kind: 'done' })
  expect((await tell(news)).status).toBe(200)
  expect(await rowsOf('escalations', escalationId)).toMatchObject([{ state: 'accepted' }])
  expect(await rowsOf('engineeringIssues', engineeringIssueId('PB-881'))).toMatchObject([
    { key: 'PB-881', status: 'In review' },
  ])
  expect((await tell({ ...news, state: 'released', status: 'Released' })).status).toBe(200)
  expect(await rowsOf('escalations', escalationId)).toMatchObject([{ state: 'resolved' }])
})

test('what is no status is refused by name of the field', async () => {
  const answer = await tell({ ...news, state: 'dancing' })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('body.state')
})

test('a tracker’s token opens nothing else, and none of another workspace opens this', async () => {
  const pull = await fetch(`${hub.url}${routes.pull}`, { headers: { authorization: `Bearer ${token}` } })
  expect(pull.status).toBe(401)
  const { text: foreign } = makeToken('e', freshId())
  expect((await tell(news, foreign)).status).toBe(401)
  expect((await tell(news, makeToken('e', hub.workspaceId).text)).status).toBe(401)
  expect((await tell(news, lena.accessToken)).status).toBe(403)
})

test('a withdrawn token is worth nothing with the next request', async () => {
  const { workspaceId } = hub
  const gone = await inWorkspace(hub.database.app, { workspaceId }, client =>
    removeTrackers({ client, workspaceId }, 'Jira'),
  )
  expect(gone).toBe(1)
  expect((await tell(news)).status).toBe(401)
})
