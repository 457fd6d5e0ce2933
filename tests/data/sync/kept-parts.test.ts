import { beforeEach, expect, test } from 'vitest'
import type { HubDeps } from '../../../server/sync/apply-as-hub.ts'
import { eraseCustomer } from '../../../server/sync/admin.ts'
import { snapshotPart } from '../../../server/sync/snapshot.ts'
import type { SnapshotPart } from '../../../server/sync/snapshot.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { KEEPING, linesIn } from '../../support/kept-parts.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub } from '../../support/memory-hub.ts'
import { sampleId, sampleRow } from '../../support/sample-row.ts'

let hub: MemoryHub
const agentId = sampleId()
const customerIds = Array.from({ length: 6 }, () => sampleId())
const erased = customerIds[2] ?? ''

beforeEach(async () => {
  hub = createMemoryHub({ clock: createFakeClock() })
  await hub.stage('agents', {
    ...sampleRow('agents'),
    id: agentId,
    role: 'agent',
    isActive: true,
    teamIds: [],
  })
  for (const id of customerIds)
    await hub.stage('customers', { ...sampleRow('customers'), id, mergedIntoId: null, organisationId: null })
})

async function withStore<T>(work: (deps: HubDeps) => Promise<T>): Promise<T> {
  const results: T[] = []
  await hub.admin(async deps => void results.push(await work(deps)))
  const [result] = results
  if (result === undefined) throw new Error('Nothing came back')
  return result
}

/** Every part of a laptop's first fill; none is handed over to be kept. */
const parts = (): Promise<readonly SnapshotPart[]> =>
  withStore(async ({ store }) => {
    const read: SnapshotPart[] = []
    for (let position: string | null | undefined; position !== null;) {
      const query = { position: position ?? null, ownFirst: false, since: null }
      const part: SnapshotPart = await snapshotPart(
        { store, partRows: 2, shelf: KEEPING },
        { workspaceId: hub.workspaceId, agentId },
        query,
      )
      read.push(part)
      position = part.head.next
    }
    return read
  })

const texts = async (read: readonly SnapshotPart[]): Promise<string> =>
  (await Promise.all(read.map(linesIn))).join()

test('parts of one laptop are given to the next', async () => {
  await texts(await parts())
  const next = await parts()
  expect(next.some(({ packed }) => packed)).toBe(true)
  for (const id of customerIds) expect(await texts(next)).toContain(id)
})

test('nobody who was erased is in what is kept', async () => {
  await texts(await parts())
  await hub.admin(deps => eraseCustomer(deps, hub.workspaceId, erased))
  expect(await texts(await parts())).not.toContain(erased)
})

test('a part read before somebody was erased is not kept behind it', async () => {
  const before = await parts()
  await hub.admin(deps => eraseCustomer(deps, hub.workspaceId, erased))
  await parts()
  await texts(before)
  expect(await texts(await parts())).not.toContain(erased)
})

test('a snapshot made of kept parts has their number, so that what happened since is pulled', async () => {
  const [first] = await parts()
  await texts(await parts())
  await hub.stage('teams', sampleRow('teams'))
  const next = await parts()
  expect(next.some(({ packed }) => packed)).toBe(true)
  expect(new Set(next.map(({ head }) => head.asOf))).toEqual(new Set([first?.head.asOf]))
})
