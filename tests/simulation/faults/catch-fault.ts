import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Played } from '../play.ts'
import { scriptOf } from '../runner/play-many.ts'
import type { PlantedFault } from './faults.ts'

const PLANT = join(import.meta.dirname, 'plant.ts')
const WORKER = join(import.meta.dirname, '..', 'runner', 'worker.ts')
export const STEPS = 500

/** What noticed a fault. Null: nothing did. */
export type Caught = {
  readonly fault: PlantedFault
  readonly by: { readonly seed: number; readonly broken: string; readonly at: number | null } | null
  readonly played: number
  readonly ms: number
}

/** Plays histories with the fault in the product, in a process of its own, until one notices it. */
export function catchFault(fault: PlantedFault, seeds: readonly number[]): Promise<Caught> {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const child = fork(WORKER, {
      execArgv: ['--import', PLANT],
      env: { ...process.env, TANDEM_PLANTED: fault.name },
    })
    let at = 0
    let by: Caught['by'] = null
    let isReady = false
    child.on('message', message => {
      if (message === 'ready') isReady = true
      else {
        const played = message as Played
        at += 1
        if (!played.ok) by = { seed: played.seed, broken: played.broken, at: played.at }
      }
      const seed = seeds[at]
      if (by || seed === undefined) child.disconnect()
      else child.send(scriptOf(seed, STEPS, fault.onSqlite ?? false))
    })
    child.once('error', reject)
    child.once('exit', () => {
      if (!isReady) return reject(new Error(`"${fault.name}" leaves a program that does not load`))
      // A process that ends by itself has noticed something as well: the fault left nothing to go on with.
      const seed = seeds[at]
      if (!by && seed !== undefined) by = { seed, broken: 'the process ended', at: null }
      resolve({ fault, by, played: at, ms: Math.round(performance.now() - startedAt) })
    })
  })
}

/** All of them, as many at a time as there are cores. */
export async function catchFaults(
  faults: readonly PlantedFault[],
  seedsOf: (fault: PlantedFault) => readonly number[],
  options: { readonly processes: number; readonly onCaught: (caught: Caught) => void },
): Promise<readonly Caught[]> {
  const left = [...faults]
  const all: Caught[] = []
  const lane = async (): Promise<void> => {
    for (let fault = left.shift(); fault; fault = left.shift()) {
      const caught = await catchFault(fault, seedsOf(fault))
      options.onCaught(caught)
      all.push(caught)
    }
  }
  await Promise.all(Array.from({ length: options.processes }, lane))
  return all.toSorted((left_, right) => faults.indexOf(left_.fault) - faults.indexOf(right.fault))
}
