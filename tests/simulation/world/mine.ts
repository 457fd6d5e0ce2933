import type { LaptopStore } from '../../../main/data/sync/store.ts'

/** The process ended inside an access to its disk: whoever waited for it waits for ever. */
export class ProcessDied extends Error {}

/** Where the process ends: before a transaction, inside it, or right behind its commit. */
export type Place = 'before' | 'inside' | 'after'
/** In how many transactions from now, and where. */
export type Mine = { left: number; readonly place: Place; readonly losesPower: boolean }

/**
 * The storage of a process that may end at each of its transactions, which are the only places where the moment of an
 * end makes a difference: between them nothing is kept. `step` counts a transaction down and says whether it is the one.
 */
export function mortalStore(
  store: LaptopStore,
  deps: {
    readonly isAlive: () => boolean
    readonly step: () => Mine | null
    readonly die: (mine: Mine) => void
  },
): LaptopStore {
  let depth = 0
  return {
    ...store,
    transaction: (durability, work) => {
      if (depth > 0) return store.transaction(durability, work)
      if (!deps.isAlive()) throw new ProcessDied()
      const mine = deps.step()
      if (mine?.place === 'before') return end(mine)
      depth += 1
      try {
        const result = store.transaction(durability, () => {
          const done = work()
          if (mine?.place === 'inside') throw new ProcessDied()
          return done
        })
        if (mine) return end(mine)
        return result
      } catch (error) {
        if (error instanceof ProcessDied && mine?.place === 'inside') return end(mine)
        throw error
      } finally {
        depth -= 1
      }
    },
  }

  function end(mine: Mine): never {
    deps.die(mine)
    throw new ProcessDied()
  }
}
