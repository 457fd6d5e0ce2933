import { expect, test } from 'vitest'
import type { KeptPart } from '../../server/sync/shelf-store.ts'
import type { FeedChange } from '../../server/sync/store.ts'
import type { HubStoreHarness } from './hub-store-contract.ts'
import { freshId, NOW_MS } from './builders.ts'

const PART: KeptPart = {
  epoch: 'e',
  asOf: 1,
  table: 'customers',
  after: '',
  last: { customerId: '', id: 'last' },
  count: 3,
  isEnd: false,
  packed: new Uint8Array([1, 0, 255]),
}
const aChange = (): FeedChange => ({ kind: 'scope', groupId: freshId(), keysBefore: [] })

/** What every storage must do alike about parts that are kept for the next laptop. */
export function describeShelf(harness: () => HubStoreHarness): void {
  const write: HubStoreHarness['store']['write'] = (_id, fn) =>
    harness().store.write(harness().workspaceId, fn)
  const read: HubStoreHarness['store']['read'] = (_id, fn) => harness().store.read(harness().workspaceId, fn)
  const begin = (asOf: number, epoch = 'e') =>
    write('', tx => tx.beginShelf({ epoch, asOf, expectedRows: 9 }))
  const keep = (part: Partial<KeptPart> = {}) => write('', tx => tx.keepPart({ ...PART, ...part }))
  const kept = async (asOf = 1, { epoch = 'e', after = '' } = {}): Promise<readonly number[] | null> => {
    const found = await read('', tx => tx.keptRows({ epoch, asOf, table: 'customers', after }))
    if (!found) return null
    expect(found).toMatchObject({ count: 3, isEnd: false, last: PART.last })
    return [...found.packed]
  }
  const reach = (changes: number) =>
    write('', tx => tx.publish(Array.from({ length: changes }, aChange), NOW_MS))

  test('a shelf has the number that is reached, and gives what it keeps to snapshots up to it', async () => {
    expect(await read('', tx => tx.shelf('e'))).toBeNull()
    await reach(2)
    await begin(1)
    expect(await read('', tx => tx.shelf('e'))).toMatchObject({ seq: 2, expectedRows: 9 })
    await keep({ asOf: 2 })
    expect(await kept(2)).toEqual([1, 0, 255])
    expect(await kept(1)).toEqual([1, 0, 255])
    expect(await kept(3)).toBeNull()
    expect(await kept(2, { epoch: 'f' })).toBeNull()
    expect(await kept(2, { after: 'last' })).toBeNull()
    expect(await read('', tx => tx.keptTables())).toEqual(new Set(['customers']))
  })

  test('a part is kept once, and only of what had been reached when the shelf was begun', async () => {
    await keep()
    expect(await kept()).toBeNull()
    await reach(2)
    await begin(2)
    await keep({ asOf: 1 })
    await keep({ asOf: 2, epoch: 'f' })
    expect(await kept(2)).toBeNull()
    await keep({ asOf: 3 })
    await keep({ asOf: 3, packed: new Uint8Array([9]) })
    expect(await kept(2)).toEqual([1, 0, 255])
  })

  test('another one is begun where it is older than asked for or of another epoch, else it stays', async () => {
    await reach(1)
    await begin(1)
    await keep()
    await begin(1)
    expect(await kept()).toEqual([1, 0, 255])
    await reach(1)
    await begin(2)
    expect(await read('', tx => tx.shelf('e'))).toMatchObject({ seq: 2 })
    expect(await kept()).toBeNull()
    await begin(2, 'f')
    expect(await read('', tx => tx.shelf('e'))).toBeNull()
  })

  test('clearing leaves nothing, with the transaction that clears', async () => {
    await reach(1)
    await begin(1)
    await keep()
    const undone = write('', async tx => {
      await tx.clearShelf()
      throw new Error('never mind')
    })
    await expect(undone).rejects.toThrow('never mind')
    expect(await kept()).toEqual([1, 0, 255])
    await write('', tx => tx.clearShelf())
    expect(await kept()).toBeNull()
    expect(await read('', tx => tx.shelf('e'))).toBeNull()
  })
}
