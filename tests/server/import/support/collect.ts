import type { SourceItem } from '../../../../server/import/problems.ts'

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** Text in pieces of these sizes, the last one repeated: readers must not care where a chunk ends. */
export async function* inPieces(text: string, ...sizes: readonly number[]): AsyncGenerator<string> {
  let at = 0
  for (let index = 0; at < text.length; index += 1) {
    const size = Math.max(1, sizes[Math.min(index, sizes.length - 1)] ?? text.length)
    yield text.slice(at, at + size)
    at += size
  }
}

/** Rows as `[line, record]`, problems as `[line, code, reason]`. */
export const brief = (items: readonly SourceItem[]): readonly unknown[] =>
  items.map(item =>
    item.kind === 'row'
      ? [item.line, item.record]
      : [item.problem.line, item.problem.code, item.problem.reason],
  )
