import { afterAll, beforeAll } from 'vitest'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { describeHubStore } from '../../support/hub-store-contract.ts'
import { addEmptyWorkspace, openTestHub } from '../../support/hub-db.ts'
import type { TestHub } from '../../support/hub-db.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

describeHubStore('PostgreSQL', async () => {
  const workspaceId = await addEmptyWorkspace(hub)
  return {
    store: hub.store,
    workspaceId,
    addBlob: async ({ customerId, sha256 }) => {
      await inWorkspace(hub.database.app, { workspaceId }, client =>
        client.query(
          `INSERT INTO blobs (workspace_id, customer_id, sha256, size_bytes, upload_offset, is_complete, created_at_ms)
           VALUES ($1, $2, $3, 1, 1, true, 0)`,
          [workspaceId, customerId, sha256],
        ),
      )
    },
    close: async () => undefined,
  }
})
