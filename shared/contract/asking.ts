// Without the schemas beside it: the window knows these and parses nothing.

/** Questions in one message: more than any screen asks at once. */
export const QUESTIONS_LIMIT = 32

/** Queries that give way to others while they work: asked alone, so that no quick answer waits for them. */
export const LONG_QUERIES: ReadonlySet<string> = new Set([
  'threads.neighbours',
  'views.count',
  'views.counts',
  'outreach.list',
])
