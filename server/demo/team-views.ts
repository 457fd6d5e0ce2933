import { readStarterSet } from '../starter/read-set.ts'
import type { World } from './world.ts'
import { DAY_MS } from './world.ts'

/** The views every team begins with. */
export function addTeamViews(world: World): void {
  const atMs = world.nowMs - 60 * DAY_MS
  for (const [index, { name, body }] of readStarterSet('en').views.entries())
    world.add('sharedViews', {
      id: world.id(atMs),
      name,
      body,
      teamIds: [],
      position: index + 1,
      createdBy: null,
      updatedAtMs: atMs,
    })
}
