import { fieldsOfKind } from '../../shared/rules/forms/ticket-fields.ts'
import { currentTicket, liveThreads } from '../data/current-ticket.ts'
import { live } from '../data/live.ts'
import { writeFields } from '../stores/fields-store.ts'
import { showColumn, showPane } from '../stores/ui-store.ts'
import type { Command } from './define.ts'

type Pane = 'service' | 'support'

/** The pane whose fields are written: that of the first kind of the ticket in front that has a form. */
function paneToWrite(): { readonly ticketId: string; readonly pane: Pane } | null {
  const view = currentTicket()?.view
  const forms = live.read('ticketForms.list', {})
  if (!view || forms.state !== 'ready') return null
  const kinds = liveThreads(view.threads).map(({ kind }) => kind)
  const pane = (['service', 'support'] as const).find(
    kind => kinds.includes(kind) && fieldsOfKind(forms.value, kind).length > 0,
  )
  return pane ? { ticketId: view.ticket.id, pane } : null
}

function write(): void {
  const place = paneToWrite()
  if (!place) return
  showPane(place.pane)
  showColumn('customer')
  writeFields({ ...place, field: null })
}

export const fieldCommands: readonly Command[] = [
  { id: 'fields.edit', group: 'ticket', shortcut: 'Shift+Z', when: () => paneToWrite() !== null, run: write },
]
