import { assertNever } from '../../shared/assert.ts'
import type { Description } from '../../shared/mutations/define.ts'
import { whenMs } from '../../shared/rules/ticket-actions.ts'
import type { TicketAction } from '../../shared/rules/ticket-actions.ts'
import { now } from './clock.ts'

const said = (key: string, values: Description['values'] = {}): Description => ({
  key: `describe.${key}`,
  values,
})

/** What an action of a macro or a bulk does, in the words of the mutation it becomes. */
export function describeAction(action: TicketAction): Description {
  switch (action.type) {
    case 'state':
      return said('setState', { state: action.state })
    case 'assign':
      return action.to === 'me' ? said('take') : said('assign', { assigneeId: action.to ?? '', teamId: '' })
    case 'team':
      return said('moveToTeam', { teamId: action.teamId ?? '' })
    case 'priority':
      return said('setPriority', { priority: action.priority })
    case 'tag':
      return said('tag', { tags: action.tags.join(', ') })
    case 'untag':
      return said('untag', { tags: action.tags.join(', ') })
    case 'kind':
      return said('relabel', { kind: action.kind })
    case 'snooze':
      return said('snooze', { untilMs: whenMs(action.until, now()) })
    case 'lease':
      return said('takeLease', { hours: Math.round((action.forMs / 3_600_000) * 10) / 10 })
    case 'linkIssue':
      return said('linkIssue')
    case 'note':
      return said('addNote', { excerpt: action.body.slice(0, 80) })
    case 'followUp':
      return said('addFollowUp', { title: action.title })
    case 'reply':
      return said('replyText', { excerpt: action.body.slice(0, 80) })
    default:
      return assertNever(action, 'action')
  }
}
