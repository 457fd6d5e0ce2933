import { fork } from 'node:child_process'
import { join } from 'node:path'
import { COMPILED } from '../../support/compiled-code.ts'
import type { Played } from '../play.ts'
import { scriptOf } from '../runner/play-many.ts'
import { openTestLane, testOf } from './by-tests.ts'
import type { KnownTest, PlantedFault } from './faults.ts'

const PLANT = join(import.meta.dirname, 'plant.ts')
const WORKER = join(import.meta.dirname, '..', 'runner', 'worker.ts')
export const STEPS = 500

/** What noticed a fault: a history and the step at which a promise broke, or a test. */
export type Noticed =
  | { readonly seed: number; readonly broken: string; readonly at: number | null }
  | { readonly test: KnownTest; readonly broken: string }

/** `by` null: nothing noticed it. */
export type Caught = {
  readonly fault: PlantedFault
  readonly by: Noticed | null
  readonly played: number
  readonly ms: number
}

/** Plays histories with the fault in the product, in a process of its own, until one notices it. */
export function catchFault(fault: PlantedFault, seeds: readonly number[]): Promise<Caught> {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const child = fork(WORKER, {
      execArgv: ['--import', PLANT],
      env: { ...process.env, ...COMPILED, TANDEM_PLANTED: fault.name },
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

/** Runs the test each fault names with the fault in the product. Without any fault all of them must pass. */
async function catchByTests(
  faults: readonly PlantedFault[],
  onCaught: (caught: Caught) => void,
): Promise<void> {
  const named = faults.flatMap(fault => {
    const test = testOf(fault)
    return test ? [[test.join(), test] as const] : []
  })
  const tests = [...new Map(named).values()]
  const lane = openTestLane()
  try {
    const { failures } = await lane.run({ fault: null, tests })
    const broken = Object.entries(failures).filter(([, failure]) => failure !== null)
    if (broken.length > 0)
      throw new Error(`Fails without a fault: ${broken.map(([title]) => title).join('; ')}`)
    for (const fault of faults) {
      const test = testOf(fault)
      if (!test) continue
      const startedAt = performance.now()
      const answer = await lane.run({ fault: fault.name, tests: [test] })
      const failure = answer.failures[test[1]] ?? null
      const by = failure === null ? null : { test, broken: failure }
      onCaught({ fault, by, played: 0, ms: Math.round(performance.now() - startedAt) })
    }
  } finally {
    lane.close()
  }
}

/** All of them, as many at a time as there are processes. */
export async function catchFaults(
  faults: readonly PlantedFault[],
  seedsOf: (fault: PlantedFault) => readonly number[],
  options: { readonly processes: number; readonly onCaught: (caught: Caught) => void },
): Promise<readonly Caught[]> {
  const all: Caught[] = []
  const note = (caught: Caught): void => {
    options.onCaught(caught)
    all.push(caught)
  }
  const byTests = faults.filter(testOf)
  const jobs = [
    ...(byTests.length > 0 ? [() => catchByTests(byTests, note)] : []),
    ...faults
      .filter(fault => !testOf(fault))
      .map(fault => () => catchFault(fault, seedsOf(fault)).then(note)),
  ]
  const lane = async (): Promise<void> => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await job()
  }
  await Promise.all(Array.from({ length: options.processes }, lane))
  return all.toSorted((left, right) => faults.indexOf(left.fault) - faults.indexOf(right.fault))
}
