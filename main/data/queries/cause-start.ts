import { beginCause } from '../../../shared/rules/causes/begin-cause.ts'
import type { CauseStart } from '../../../shared/rules/causes/begin-cause.ts'
import { assetInQuestion } from '../../../shared/rules/diagnosis/asset-in-question.ts'
import type { ReadableDb } from '../db/types.ts'
import { familyOf } from './family.ts'
import { selectRow, selectRows } from './select-rows.ts'

type OfTicket = { readonly ticketId: string; readonly customerId: string }

/** What the cause of a ticket begins with: its thing, product and version, and the known issue it has. */
export function causeStartOf(db: ReadableDb, { ticketId, customerId }: OfTicket): CauseStart {
  const family = familyOf(db, customerId)
  const ofTicket = { tail: 'WHERE ticket_id = ?', params: [ticketId] }
  const assets = selectRows(db, 'assets', { tail: `WHERE ${family.is} ORDER BY id`, params: [family.param] })
  const [link] = selectRows(db, 'issueLinks', {
    ...ofTicket,
    tail: `${ofTicket.tail} ORDER BY created_at_ms, id`,
  })
  const issue = link ? selectRow(db, 'knownIssues', { tail: 'WHERE id = ?', params: [link.issueId] }) : null
  const thingId = assetInQuestion({
    ticketId,
    assets,
    diagnosedId: selectRow(db, 'diagnoses', ofTicket)?.assetId ?? null,
    impacts: selectRows(db, 'impacts', {
      tail: `WHERE ${family.is} AND (ticket_id = ? OR restored_at_ms IS NULL) ORDER BY down_since_ms DESC, id`,
      params: [family.param, ticketId],
    }),
    issueProductId: issue?.productId ?? null,
  })
  return beginCause(assets.find(({ id }) => id === thingId) ?? null, issue)
}
