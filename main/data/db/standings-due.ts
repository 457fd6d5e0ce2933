import { run } from './statement.ts'
import type { WritableDb } from './types.ts'

const ONE = 'UPDATE standings SET due_at_ms = 0 WHERE customer_id = ? AND due_at_ms > 0'
const EVERY = 'UPDATE standings SET due_at_ms = 0 WHERE due_at_ms > 0'

/** Something of these customers changed, null: of more than can be named. Part of the transaction that changed it. */
export function standingsAreDue(tx: WritableDb, customerIds: Iterable<string> | null): void {
  if (customerIds === null) run(tx, EVERY, [])
  else for (const id of customerIds) run(tx, ONE, [id])
}
