import { groupOf } from '../../shared/domain/codec.ts'
import { ErrorCode } from '../../shared/errors.ts'
import type { PushEntry, Verdict, VersionedRow } from '../../shared/protocol/push.ts'
import type { EntryOutcome, PushRun } from './push-units.ts'
import { keyOf } from './row-book.ts'
import type { Audiences } from './scope.ts'
import { maySee } from './scope.ts'
import { sightOf } from './sight.ts'
import type { RowRef, StandingRow } from './store.ts'

const refsOf = (outcome: EntryOutcome): readonly RowRef[] => ('refs' in outcome ? outcome.refs : [])

/**
 * Reads everything the verdicts will say, before the counter is taken; the returned function turns outcomes into
 * verdicts once the versions of the published rows are known. Rows outside of the agent's scope are said to be absent:
 * a laptop that has evicted their customer must not get them back by a late answer.
 */
export async function prepareVerdicts(
  run: PushRun,
  entries: readonly PushEntry[],
  outcomes: ReadonlyMap<string, EntryOutcome>,
): Promise<(versions: ReadonlyMap<string, number>) => readonly Verdict[] & Verdict[]> {
  const refs = new Map([...outcomes.values()].flatMap(refsOf).map(ref => [keyOf(ref), ref]))
  const standing = await readStanding(run, refs)
  const audiences = await audiencesOf(run, [...standing.values()])
  const there = [...standing.values()].flatMap(({ table, row }) => (row ? [{ table, row }] : []))
  const sight = await sightOf(run.tx, run.known.viewer, there)
  return versions => {
    const rowsOf = (outcome: EntryOutcome): VersionedRow[] =>
      refsOf(outcome).flatMap(ref => {
        const key = keyOf(ref)
        const found = standing.get(key)
        if (!found) return []
        const { table, id, row, version } = found
        const isVisible = row !== null && maySee(run.known.viewer, { table, row }, audiences)
        return [
          {
            table,
            id,
            version: versions.get(key) ?? version,
            row: isVisible ? sight.seen({ table, row }) : null,
          },
        ]
      })
    return entries.map(({ mutationId }) => toVerdict(mutationId, outcomes.get(mutationId), rowsOf))
  }
}

/** Rows of this transaction from the book, all others with their versions from the storage. */
async function readStanding(
  { book, tx }: PushRun,
  refs: ReadonlyMap<string, RowRef>,
): Promise<ReadonlyMap<string, StandingRow>> {
  const found = new Map<string, StandingRow>()
  for (const { ref, row } of book.written())
    if (refs.has(keyOf(ref))) found.set(keyOf(ref), { ...ref, row, version: 0 })
  const others = [...refs].flatMap(([key, ref]) => (found.has(key) ? [] : [ref]))
  if (others.length > 0) for (const row of await tx.standing(others)) found.set(keyOf(row), row)
  return found
}

async function audiencesOf({ tx, known }: PushRun, rows: readonly StandingRow[]): Promise<Audiences> {
  if (known.viewer.policy === 'everything') return new Map()
  const groups = rows.flatMap(({ table, row }) => (row ? (groupOf(table, row) ?? []) : []))
  return tx.audiences([...new Set(groups)])
}

function toVerdict(
  mutationId: string,
  outcome: EntryOutcome | undefined,
  rowsOf: (outcome: EntryOutcome) => VersionedRow[],
): Verdict {
  if (!outcome) return { kind: 'retry', mutationId, code: ErrorCode.Internal, afterMs: 0 }
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done', mutationId, rows: rowsOf(outcome) }
    case 'conflict': {
      const { reason, fields } = outcome.conflict
      return {
        kind: 'conflict',
        mutationId,
        conflict: { reason, fields: [...fields] },
        rows: rowsOf(outcome),
      }
    }
    case 'rejected':
      return { kind: 'rejected', mutationId, code: outcome.code, rows: rowsOf(outcome) }
    case 'gone':
      return { kind: 'gone', mutationId, table: outcome.table, id: outcome.id }
    case 'waitsFor':
      return { kind: 'waitsFor', mutationId, waitsFor: outcome.waitsFor }
    case 'retry':
      return { kind: 'retry', mutationId, code: outcome.code, afterMs: outcome.afterMs }
    case 'unknown':
      return { kind: 'rejected', mutationId, code: ErrorCode.HubTooOld, rows: [] }
  }
}
