import type { Macro } from '../../../shared/domain/knowledge.ts'
import { fillIn } from '../../../shared/rules/fill-in.ts'
import type { Places } from '../../../shared/rules/fill-in.ts'
import { macroActions } from '../../../shared/rules/macro-actions.ts'
import type { TicketAction } from '../../../shared/rules/ticket-actions.ts'
import type { TicketForm } from './ticket-form.ts'

type Fields = Partial<TicketForm>

/** What an action means for a ticket that is only being written: a field of the form, or null for later. */
function asField(action: TicketAction, form: TicketForm): Fields | null {
  switch (action.type) {
    case 'state':
      return { state: action.state }
    case 'team':
      return { teamId: action.teamId }
    case 'priority':
      return { priority: action.priority }
    case 'tag':
      return { tags: [...new Set([...form.tags, ...action.tags])] }
    case 'untag':
      return { tags: form.tags.filter(tag => !action.tags.includes(tag)) }
    case 'kind':
      return { kind: action.kind }
    case 'assign':
      if (action.to === 'me') return { owner: 'me' }
      return action.to === null ? { owner: 'nobody' } : null
    default:
      return null
  }
}

/** Takes a macro back: fields as they were, its text out of the message as far as it still stands there. */
export function withoutMacro(form: TicketForm): TicketForm {
  const { macro } = form
  if (!macro) return form
  const body = macro.text === '' ? form.body : form.body.replace(macro.text, '').replace(/^\n+|\n+$/gu, '')
  return { ...form, ...macro.before, body, macro: null }
}

/** Only a mail says its text: what was said on the phone was said already. */
export const textFor = (macro: Macro, form: TicketForm, places: Places): string =>
  form.contact === 'email' ? fillIn(macro.body ?? '', places) : ''

/** The form with a macro on it: its fields show what it sets, its text stands below what was written. */
export function withMacro(begin: TicketForm, macro: Macro, places: Places): TicketForm {
  const plain = withoutMacro(begin)
  let form = plain
  const later: TicketAction[] = []
  for (const action of macroActions(macro).actions) {
    const fields = asField(action, form)
    if (fields) form = { ...form, ...fields }
    else if (action.type !== 'reply') later.push(action)
  }
  const text = textFor(macro, plain, places)
  const { state, teamId, priority, tags, kind, owner } = plain
  const before = { state, teamId, priority, tags, kind, owner }
  const body = [plain.body.trimEnd(), text].filter(Boolean).join('\n\n')
  return { ...form, body, macro: { macroId: macro.id, later, text, before } }
}
