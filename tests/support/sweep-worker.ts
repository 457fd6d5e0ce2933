import { createDatabase } from '../../main/data/db/write.ts'
import { openWriter } from '../../main/data/db/open.ts'
import { sqliteStore } from '../../main/data/db/sqlite-store.ts'
import { createPace } from '../../main/data/sync/pace.ts'
import { sweep } from '../../main/data/sync/sweep.ts'
import { createFakeClock } from './fake-clock.ts'
import { anActor, noRemote } from './laptop.ts'

// Sweeps a laptop's file until it is killed and says after each turn how many there were. Started as a process.

export type SweepOrders = { readonly path: string; readonly key: string; readonly asOf: number }

async function run({ path, key, asOf }: SweepOrders): Promise<void> {
  const store = sqliteStore(createDatabase(openWriter({ path, key }), () => {}))
  const actor = anActor()
  let turns = 0
  await sweep(
    {
      store,
      actor: () => actor,
      remote: noRemote,
      clock: createFakeClock(),
      clientId: actor.id,
      pace: createPace({ stopwatch: null, isWanted: () => false }),
      yieldTurn: async () => {
        turns += 1
        process.send?.({ turns })
        await new Promise(resolve => setImmediate(resolve))
      },
    },
    asOf,
  )
  while (store.tidy(Date.now())) process.send?.({ turns: (turns += 1) })
  process.send?.({ isOver: true })
}

process.once('message', orders => void run(orders as SweepOrders))
process.send?.({ ready: true })
