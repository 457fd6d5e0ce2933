import { join } from 'node:path'
import { createVitest } from 'vitest/node'
import type { TestModule } from 'vitest/node'
import type { LaneAnswer, LaneOrder } from './by-tests.ts'
import { plantedFaults } from './faults.ts'
import type { KnownTest } from './faults.ts'
import { faulty } from './plant.ts'

// A process that runs tests of the repository with a fault in the product, one order after the other.

const ROOT = join(import.meta.dirname, '..', '..', '..')
let planted: { readonly path: string; readonly source: string } | null = null

const vitest = await createVitest(
  {
    root: ROOT,
    config: false,
    watch: false,
    include: ['tests/unit/**/*.test.ts', 'tests/data/**/*.test.ts'],
    // What is planted must neither be missed nor stay behind.
    fsModuleCache: false,
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 20_000,
    reporters: [{}],
  },
  {
    plugins: [
      {
        name: 'planted-fault',
        enforce: 'pre',
        load: id => (id.split('?')[0] === planted?.path ? planted?.source : undefined),
      },
    ],
  },
)
await vitest.standalone()

function plant(name: string | null): void {
  const before = planted
  const fault = plantedFaults.find(each => each.name === name)
  if (name !== null && !fault) throw new Error(`No such fault: ${name}`)
  planted = fault ? { path: join(ROOT, fault.file), source: faulty(fault) } : null
  for (const place of [before, planted]) if (place) vitest.invalidateFile(place.path)
}

/** Titles are given with their groups, as reports name them; what the pattern is matched against is up to the runner. */
const patternOf = (title: string): string =>
  title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' > ', '(?: > | )')
const firstLine = (text: string): string => text.split('\n')[0] ?? ''

/** What became of each test. A file that does not load, or a title that is not there, is a fault of the list. */
function failuresIn(modules: readonly TestModule[], tests: readonly KnownTest[]): LaneAnswer['failures'] {
  const cases = modules.flatMap(module => [...module.children.allTests()])
  return Object.fromEntries(
    tests.map(([file, title]) => {
      const result = cases.find(each => each.fullName === title)?.result()
      if (!result || result.state === 'skipped' || result.state === 'pending')
        throw new Error(`"${title}" of ${file} did not run`)
      return [title, result.state === 'failed' ? firstLine(result.errors[0]?.message ?? 'failed') : null]
    }),
  )
}

async function run({ fault, tests }: LaneOrder): Promise<LaneAnswer> {
  plant(fault)
  vitest.setGlobalTestNamePattern(
    new RegExp(`^\\s*(${tests.map(([, title]) => patternOf(title)).join('|')})$`),
  )
  const files = [...new Set(tests.map(([file]) => join(ROOT, file)))]
  const specifications = await vitest.globTestSpecifications(files)
  const { testModules } = await vitest.runTestSpecifications(specifications)
  return { failures: failuresIn(testModules, tests) }
}

process.on('message', order => {
  run(order as LaneOrder).then(
    answer => process.send?.(answer),
    error => {
      process.stderr.write(`${String(error)}\n`)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => process.exit(0))
