import { newId } from '../../shared/domain/ids.ts'
import { describeHubStore } from '../support/hub-store-contract.ts'
import { describeLaptopStore } from '../support/laptop-store-contract.ts'
import { seededRandom } from '../support/sample-row.ts'
import { emptyHubState } from './stores/map-hub-state.ts'
import { createMapHubStore } from './stores/map-hub-store.ts'
import { createMapLaptopStore } from './stores/map-laptop-store.ts'

describeLaptopStore('maps', () => createMapLaptopStore())

describeHubStore('maps', async () => {
  const workspaceId = newId(0, seededRandom(1))
  const store = createMapHubStore(emptyHubState(workspaceId))
  return {
    store,
    workspaceId,
    addBlob: async ({ customerId, sha256 }) => void store.state().blobs.add(`${customerId}:${sha256}`),
    close: async () => {},
  }
})
