import { afterAll, afterEach, beforeAll } from 'vitest'
import { startTestHub } from './hub.ts'
import type { HubUnderTest } from './hub.ts'

/** Work for the end of each test of the file, done in reverse. */
export function cleaningUp(): (() => unknown)[] {
  const works: (() => unknown)[] = []
  afterEach(async () => {
    for (const work of works.splice(0).toReversed()) await work()
  })
  return works
}

/** A hub for all tests of the file. What it is made of is there when the first test begins. */
export function fileHub(...options: Parameters<typeof startTestHub>): HubUnderTest {
  const hub: Partial<HubUnderTest> = {}
  beforeAll(async () => {
    Object.assign(hub, await startTestHub(...options))
  })
  afterAll(() => hub.stop?.())
  return hub as HubUnderTest
}
