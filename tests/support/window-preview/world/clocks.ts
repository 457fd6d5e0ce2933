import { diceFrom } from '../../../../shared/demo/dice.ts'
import type { Row, TableName } from '../../../../shared/domain/tables.ts'
import { withDemoClocks } from '../../../../server/demo/demo-clocks.ts'
import { addServiceLevels } from '../../../../server/demo/service-levels.ts'
import type { World } from '../../../../server/demo/world.ts'
import { makeId } from '../ids.ts'
import type { Tables } from '../tables.ts'

/** The policies of the demo, and clocks for every thread that says when it is due. */
export function putClocks(tables: Tables, nowMs: number): void {
  const world: World = {
    nowMs,
    dice: () => diceFrom(() => 0),
    id: () => makeId(),
    add: (table, row) => tables.put(table, row),
    rows: <Name extends TableName>(name: Name): readonly Row<Name>[] => tables.all(name),
    replace: (table, _index, row) => void tables.put(table, row),
  }
  addServiceLevels(world)
  for (const thread of tables.all('threads')) {
    if (thread.dueAtMs !== null || thread.state === 'pending')
      tables.put('threads', withDemoClocks(world, thread))
  }
}
