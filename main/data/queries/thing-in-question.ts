import type { Asset } from '../../../shared/domain/commerce.ts'
import type { KnownIssue } from '../../../shared/domain/knowledge.ts'
import { assetInQuestion } from '../../../shared/rules/diagnosis/asset-in-question.ts'
import type { ReadableDb } from '../db/types.ts'
import { familyOf } from './family.ts'
import { selectRow, selectRows } from './select-rows.ts'

export type OfTicket = { readonly ticketId: string; readonly customerId: string }
type InQuestion = { readonly thing: Asset | null; readonly issue: KnownIssue | null }

/** The thing a ticket is about as far as what is recorded says so, and the known issue it has. */
export function inQuestion(db: ReadableDb, { ticketId, customerId }: OfTicket): InQuestion {
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
  return { thing: assets.find(({ id }) => id === thingId) ?? null, issue }
}
