import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { KnownTest, PlantedFault } from './faults.ts'

const LANE = join(import.meta.dirname, 'test-lane.ts')

/** `fault` null: without one, which every test must pass. */
export type LaneOrder = { readonly fault: string | null; readonly tests: readonly KnownTest[] }
/** The first line of what each failed test says, by title; null for those that passed. */
export type LaneAnswer = { readonly failures: Readonly<Record<string, string | null>> }

export type TestLane = {
  readonly run: (order: LaneOrder) => Promise<LaneAnswer>
  readonly close: () => void
}

/** A process that runs tests of the repository, one fault in the product after the other. */
export function openTestLane(): TestLane {
  const child = fork(LANE, { execArgv: [] })
  let waiting: PromiseWithResolvers<LaneAnswer> | null = null
  child.on('message', message => waiting?.resolve(message as LaneAnswer))
  child.on('error', error => waiting?.reject(error))
  child.on('exit', () => waiting?.reject(new Error('The process that runs tests with a fault ended')))
  return {
    run: order => {
      waiting = Promise.withResolvers()
      child.send(order)
      return waiting.promise
    },
    close: () => {
      waiting = null
      child.disconnect()
    },
  }
}

export const testOf = ({ noticedBy }: PlantedFault): KnownTest | null =>
  typeof noticedBy === 'number' ? null : noticedBy
