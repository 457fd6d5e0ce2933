import { parseArgs } from '../../shared/mutations/decide.ts'
import type { AnyMutation, Read } from '../../shared/mutations/define.ts'
import { asksNothing } from '../../shared/mutations/parts/changes.ts'
import { isMutationName, mutationByName } from '../../shared/mutations/index.ts'
import type { PushEntry } from '../../shared/protocol/push.ts'
import { toDomain } from '../../shared/domain/codec.ts'
import { singleRefs } from './apply.ts'
import { assertIndexed } from '../../shared/mutations/look-ups.ts'
import type { ManyRead } from '../../shared/mutations/look-ups.ts'
import type { RowBook } from './row-book.ts'

/**
 * Locks the rows a push will look at before the first entry is decided: a few statements instead of some per entry,
 * and one order of locking, so that two pushes rarely block each other crosswise. A guess only: what it misses is
 * read when it is needed, and an entry it cannot make sense of is judged later, where its verdict belongs.
 */
export async function prefetch(book: RowBook, entries: readonly PushEntry[]): Promise<void> {
  const known = entries.flatMap(entry => {
    const mutation = isMutationName(entry.name) ? mutationByName(entry.name) : null
    const parsed = mutation && parseArgs(mutation, entry.args)
    return mutation && parsed ? [{ mutation, args: parsed.args }] : []
  })
  const first = known.flatMap(({ mutation, args }) => guess(() => Object.values(mutation.reads(args))))
  await book.lock(singleRefs(first))
  const then = known.flatMap(one => guess(() => laterReads(book, one)))
  await book.lock(singleRefs(then))
  await book.lockMany([...first, ...then].flatMap(manyRead))
}

/** A mutation that throws here throws again where it is judged. */
function guess(reads: () => readonly Read[]): readonly Read[] {
  try {
    return reads()
  } catch {
    return []
  }
}

function laterReads(
  book: RowBook,
  { mutation, args }: { readonly mutation: AnyMutation; readonly args: unknown },
): readonly Read[] {
  const rows: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(mutation.reads(args))) {
    if (read.how === 'many') return []
    const row = book.now(read) ?? null
    if (read.how === 'one' && row === null) return []
    rows[name] = row && toDomain(read.table, row)
  }
  return Object.values(mutation.alsoReads(rows as never, args))
}

function manyRead(read: Read): readonly ManyRead[] {
  if (read.how !== 'many' || asksNothing(read)) return []
  const { table, where, above } = read
  try {
    assertIndexed({ table, where, above })
    return [{ table, where, above }]
  } catch {
    return []
  }
}
