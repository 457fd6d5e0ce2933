import type { ValueSpec } from './map-schema.ts'
import type { RowProblem, SourceItem } from './problems.ts'
import { readValue } from './read-value.ts'

type SourceRow = Extract<SourceItem, { kind: 'row' }>
/** The rows of one ticket, or rows that stay out. */
export type ItemGroup =
  | { readonly kind: 'rows'; readonly rows: readonly SourceRow[] }
  | { readonly kind: 'problems'; readonly problems: readonly RowProblem[] }

/** More rows than this under one value are a mistake in the mapping, not a conversation. */
const GROUP_LIMIT = 10_000

type Open = { readonly value: string; readonly rows: SourceRow[]; readonly problems: RowProblem[] }

function refuse({ rows, problems }: Open, reason: string, advice: string): ItemGroup {
  const others = rows.map(({ line, raw }) => ({
    line,
    raw,
    column: null,
    code: 'group' as const,
    reason,
    advice,
  }))
  return { kind: 'problems', problems: [...others, ...problems].toSorted((a, b) => a.line - b.line) }
}

function close(open: Open): readonly ItemGroup[] {
  if (open.rows.length > GROUP_LIMIT) {
    return [
      refuse(
        open,
        `more than ${GROUP_LIMIT} rows belong to one ticket`,
        'Is "group" in the mapping the right column?',
      ),
    ]
  }
  const trailing: readonly ItemGroup[] =
    open.problems.length === 0 ? [] : [{ kind: 'problems', problems: open.problems }]
  return [{ kind: 'rows', rows: open.rows }, ...trailing]
}

/**
 * Puts consecutive rows with the same group value together. A row that cannot be read in the middle of a ticket takes
 * the ticket along: it goes in whole or not at all. Without a group each row stands alone.
 */
export async function* groupItems(
  items: AsyncIterable<SourceItem>,
  group: ValueSpec | undefined,
): AsyncGenerator<ItemGroup> {
  let open: Open | null = null
  for await (const item of items) {
    if (item.kind === 'problem') {
      if (open) open.problems.push(item.problem)
      else yield { kind: 'problems', problems: [item.problem] }
      continue
    }
    const value = group === undefined ? null : readValue(item.record, group)
    if (open && value === open.value) {
      open.rows.push(item)
      continue
    }
    if (open) yield* settled(open)
    open = value === null ? null : { value, rows: [item], problems: [] }
    if (value === null) yield { kind: 'rows', rows: [item] }
  }
  if (open) yield* settled(open)
}

/** A problem between two rows of a ticket was one of its own rows. */
function* settled(open: Open): Generator<ItemGroup> {
  const last = open.rows.at(-1)?.line ?? 0
  const isBroken = open.problems.some(({ line }) => line < last)
  if (isBroken) {
    yield refuse(
      open,
      'another row of this ticket cannot be read',
      'Correct that row; a ticket goes in whole or not at all.',
    )
    return
  }
  yield* close(open)
}
