import { beginCause } from '../../../shared/rules/causes/begin-cause.ts'
import type { CauseStart } from '../../../shared/rules/causes/begin-cause.ts'
import type { ReadableDb } from '../db/types.ts'
import { inQuestion } from './thing-in-question.ts'
import type { OfTicket } from './thing-in-question.ts'

/** What the cause of a ticket begins with: its thing, product and version, and the known issue it has. */
export function causeStartOf(db: ReadableDb, of: OfTicket): CauseStart {
  const { thing, issue } = inQuestion(db, of)
  return beginCause(thing, issue)
}
