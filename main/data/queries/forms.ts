import type { TicketFormRow } from '../../../shared/domain/forms.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

const FORMS = { tail: 'ORDER BY kind, id', params: [] } as const
export const listTicketForms = ({ db }: QueryContext): readonly TicketFormRow[] =>
  selectRows(db, 'ticketForms', FORMS)
