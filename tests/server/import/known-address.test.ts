import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { customersByEmail } from '../../../server/db/queries/import-tickets.ts'
import { aContactPoint, aCustomer, freshId } from '../../support/builders.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'
import type { TestHub } from '../../support/hub-db.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

test('mail from the address of a merged record begins at whoever stands for the person', async () => {
  const workspace = await addWorkspace(hub)
  const [root, double, third, alone] = [freshId(), freshId(), freshId(), freshId()]
  const address = (customerId: string, value: string) =>
    inTable('contactPoints', aContactPoint({ id: freshId(), customerId, value }))
  await put(hub, workspace.id, [
    inTable('customers', aCustomer({ id: root })),
    inTable('customers', aCustomer({ id: double, mergedIntoId: root })),
    inTable('customers', aCustomer({ id: third, mergedIntoId: double })),
    inTable('customers', aCustomer({ id: alone })),
    address(root, 'ana@norte.example'),
    address(third, 'ruiz@sur.example'),
    address(alone, 'bo@larsen.example'),
  ])
  const asked = ['ana@norte.example', 'ruiz@sur.example', 'bo@larsen.example', 'nobody@norte.example']
  const found = await inWorkspace(hub.database.app, { workspaceId: workspace.id, mode: 'read' }, client =>
    customersByEmail({ client, workspaceId: workspace.id }, asked),
  )
  expect(found).toEqual(
    new Map([
      ['ana@norte.example', root],
      ['bo@larsen.example', alone],
      ['ruiz@sur.example', root],
    ]),
  )
})
