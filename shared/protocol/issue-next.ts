import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'

/** As many as one laptop can hold of one issue's customers, by far. */
const MOST_EXCEPT = 20_000

/** Asks whom an issue can hit next beyond those a laptop holds, before anybody is written to. */
export const IssueNextRequest = z.object({
  issueId: RowId,
  /** Those the laptop shows: written to from there, or left out by hand. */
  exceptCustomerIds: z.array(CustomerId).max(MOST_EXCEPT),
})
export type IssueNextRequest = z.infer<typeof IssueNextRequest>

export const IssueNextAnswer = z.object({
  /** People who would be written to. */
  count: z.int().min(0),
  /** People who would be left out: they have no address, or are being answered about something else. */
  left: z.int().min(0),
})
export type IssueNextAnswer = z.infer<typeof IssueNextAnswer>
