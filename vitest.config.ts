import { defineConfig } from 'vitest/config'

const POSTGRES = './tests/support/postgres.ts'

/** One project per layer of docs/testing.md, so that each can run alone and is timed on its own. */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      { test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      {
        test: {
          name: 'data',
          include: ['tests/data/**/*.test.ts'],
          // The encrypted SQLite addon lives in a process, not in a worker thread of the runner.
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts', 'tests/security/**/*.test.ts'],
          globalSetup: [POSTGRES],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: [POSTGRES],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          pool: 'forks',
          // Its tests start as many processes as there are cores by themselves.
          maxWorkers: 1,
          testTimeout: 300_000,
        },
      },
    ],
  },
})
