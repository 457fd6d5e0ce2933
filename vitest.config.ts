import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

const POSTGRES = './tests/support/postgres.ts'
const FINISH = './tests/support/finish-setup.ts'

/** Files that take longest: a run that begins with them does not end with one of them alone on one core. */
const LONG = ['kill', 'power-cut', 'two-copies', 'hub-dies', 'hub-power-cut', 'storms', 'damaged-database']

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex(name => moduleId.endsWith(`/integration/${name}.test.ts`))
  return at === -1 ? LONG.length : at
}

/** A checkout that was never tested knows nothing of how long its tests take. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((left, right) => rank(left) - rank(right))
  }
}

/** One project per layer of docs/testing.md, so that each can run alone and is timed on its own. */
export default defineConfig({
  test: {
    reporters: ['default'],
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: [FINISH],
          // Pure code keeps nothing between files, and loading it anew for each takes longer than all tests together.
          pool: 'threads',
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'data',
          include: ['tests/data/**/*.test.ts'],
          setupFiles: [FINISH],
          // The encrypted SQLite addon lives in a process, not in a worker thread of the runner.
          pool: 'forks',
          // Each test has databases of its own; the code that opens them is loaded once.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts', 'tests/security/**/*.test.ts'],
          setupFiles: [FINISH],
          globalSetup: [POSTGRES],
          pool: 'forks',
          // Each file has hubs and databases of its own; the code they run is loaded once.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          setupFiles: [FINISH],
          globalSetup: [POSTGRES],
          pool: 'forks',
          // One more than there are cores: most of them wait for retries, timers and restarts.
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          setupFiles: [FINISH],
          pool: 'forks',
          // Its tests start as many processes as there are cores by themselves.
          maxWorkers: 1,
          testTimeout: 900_000,
        },
      },
    ],
  },
})
