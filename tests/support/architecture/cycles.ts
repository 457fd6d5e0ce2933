import type { SourceFacts } from './source-facts.ts'

/**
 * Import cycles among the given files, each as a path that returns to its start. Imports of types alone vanish
 * before anything runs and do not count.
 */
export function findCycles(all: readonly SourceFacts[]): readonly string[] {
  const graph = new Map(
    all.map(({ path, imports }) => [
      path,
      imports.filter(({ isTypeOnly }) => !isTypeOnly).map(({ from }) => from),
    ]),
  )
  const finished = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' -> '))
    if (start >= 0 || finished.has(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    finished.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return cycles
}
