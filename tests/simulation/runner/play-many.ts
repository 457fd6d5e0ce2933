import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { COMPILED } from '../../support/compiled-code.ts'
import type { Played } from '../play.ts'
import { planOf } from '../world/plan.ts'
import type { Script } from '../world/plan.ts'

const WORKER = join(import.meta.dirname, 'worker.ts')

/** One seed in so many plays on real SQLite files. */
export const SQLITE_EVERY = 20

export type Order = {
  readonly from: number
  readonly count: number
  readonly steps: number
  /** All of them on SQLite; else one in SQLITE_EVERY. */
  readonly onSqlite?: boolean
  readonly processes?: number
  /** Ends early when it answers false. */
  readonly onPlayed: (played: Played) => boolean
}

export const scriptOf = (seed: number, steps: number, onSqlite?: boolean): Script => ({
  seed,
  onSqlite: onSqlite ?? seed % SQLITE_EVERY === 0,
  steps: planOf(seed, steps),
})

/** Plays histories in as many processes as there are cores; each takes the next seed when it is done with one. */
export async function playMany(order: Order): Promise<void> {
  const { from, count, steps, onSqlite, onPlayed } = order
  const processes = Math.min(order.processes ?? availableParallelism(), count)
  let next = from
  let isOver = false

  const lives = Array.from({ length: processes }, () => {
    const child = fork(WORKER, { execArgv: [], env: { ...process.env, ...COMPILED } })
    const giveNext = (): void => {
      if (isOver || next >= from + count) child.disconnect()
      else child.send(scriptOf(next++, steps, onSqlite))
    }
    child.on('message', message => {
      if (message !== 'ready' && !onPlayed(message as Played)) isOver = true
      giveNext()
    })
    return ended(child)
  })
  await Promise.all(lives)
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`A process that plays histories ended with ${code ?? signal}`)),
    )
  })
