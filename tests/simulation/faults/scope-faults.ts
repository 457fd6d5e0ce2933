import type { PlantedFault } from './faults.ts'

const SYNC = 'main/data/sync'

/** Faults of what enters a laptop's scope, leaves it, or waits to leave. */
export const scopeFaults: readonly PlantedFault[] = [
  {
    name: 'a customer that comes back into scope keeps what was removed meanwhile',
    file: `${SYNC}/feed.ts`,
    from: `      rows.push(...unnamedOf(store, step.entered))
`,
    to: `      unnamedOf(store, step.entered)
`,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'what was removed while a customer was out of sight stays away when the customer comes back',
    ],
  },
  {
    name: 'a customer whom a restored hub was given again still waits to leave',
    file: `${SYNC}/feed.ts`,
    from: `      if (waiting.size > 0) rows.push(...welcome(store, step.row, waiting))
`,
    to: ``,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'a customer whom a restored hub was given again stays when the work that held her here is discarded',
    ],
  },
  {
    name: 'what a restored hub had lost of a customer stays when she is given again',
    file: `${SYNC}/feed.ts`,
    from: `rows.push(...welcome(store, step.row, waiting))`,
    to: `welcome(store, step.row, waiting)`,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'a customer whom a restored hub was given again stays when the work that held her here is discarded',
    ],
  },
  {
    name: 'work on a customer that leaves goes with it',
    file: `${SYNC}/scope.ts`,
    from: `packed.includes(id) || held.has(id)`,
    to: `packed.includes(id)`,
    noticedBy: [
      'tests/data/sync/feed.test.ts',
      'a customer that leaves the scope > stays while unsent work touches it, parked work included',
    ],
  },
  {
    name: 'what waited to leave never goes',
    file: `${SYNC}/scope.ts`,
    from: `  const waiting = Map.groupBy(store.departures.list(), ({ kind }) => kind)
`,
    to: `  const waiting = Map.groupBy([] as readonly Departure[], ({ kind }) => kind)
`,
    noticedBy: [
      'tests/data/sync/found-by-simulation.test.ts',
      'a customer out of scope goes when the work that held it is taken back',
    ],
  },
]
