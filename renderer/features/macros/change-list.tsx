import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import type { Macro } from '../../../shared/domain/knowledge.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { macroActions } from '../../../shared/rules/macro-actions.ts'
import type { TicketAction } from '../../../shared/rules/ticket-actions.ts'
import { ticketKindOf } from '../../../shared/rules/work-kind.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { describeAction } from '../../lib/describe-action.ts'
import { describeIntent, describeValue } from '../../lib/describe-intent.ts'
import classes from './macros.module.css'
import { happensWithSending } from './run-macro.ts'

type ChangeListProps = {
  readonly macro: Macro
  /** The ticket it would run on; null for many. */
  readonly on: { readonly view: TicketView; readonly thread: Thread } | null
  /** Fills in what is known of that ticket. */
  readonly fill: (text: string) => string
}

/** What a macro changes, step by step; on one ticket with what stands there now. */
export function ChangeList({ macro, on, fill }: ChangeListProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const me = useAgent()
  const { actions, unknown } = macroActions(macro)
  if (actions.length + unknown.length === 0) return null
  const before = (action: TicketAction): string | null => {
    const standing = on && fieldOf(action, on)
    return standing ? describeValue(standing.field, standing.value, directory) : null
  }
  const isSo = (action: TicketAction): boolean => on !== null && isAlready(action, on, me?.id ?? null)
  return (
    <ul className={classes['changes']} aria-label={t('macros.changes')}>
      {actions.map((action, index) => (
        <li key={`${action.type} ${index}`} data-already={isSo(action) || undefined}>
          <span>{fill(describeIntent(describeAction(action), directory))}</span>
          {isSo(action) ? (
            <small>{t('macros.already')}</small>
          ) : (
            before(action) !== null && <small>{t('macros.was', { value: before(action) })}</small>
          )}
          {on !== null && happensWithSending(macro, action) && <small>{t('macros.withSending')}</small>}
        </li>
      ))}
      {unknown.map(name => (
        <li key={name} data-unknown>
          <span>{t('macros.unknownStep', { name })}</span>
        </li>
      ))}
    </ul>
  )
}

type On = NonNullable<ChangeListProps['on']>

function fieldOf(action: TicketAction, { view, thread }: On): { field: string; value: unknown } | null {
  switch (action.type) {
    case 'state':
      return { field: 'state', value: thread.state }
    case 'assign':
      return { field: 'assigneeId', value: thread.assigneeId }
    case 'team':
      return { field: 'teamId', value: thread.teamId }
    case 'priority':
      return { field: 'priority', value: thread.priority }
    case 'kind':
      return { field: 'kind', value: ticketKindOf(view.threads) }
    case 'snooze':
      return { field: 'state', value: thread.state }
    case 'tag':
    case 'untag':
    case 'lease':
    case 'linkIssue':
    case 'note':
    case 'followUp':
    case 'reply':
      return null
  }
}

function isAlready(action: TicketAction, { view, thread }: On, agentId: string | null): boolean {
  const { tags } = view.ticket
  switch (action.type) {
    case 'state':
      return thread.state === action.state
    case 'assign':
      return thread.assigneeId === (action.to === 'me' ? agentId : action.to)
    case 'team':
      return thread.teamId === action.teamId
    case 'priority':
      return thread.priority === action.priority
    case 'kind':
      return ticketKindOf(view.threads) === action.kind
    case 'tag':
      return action.tags.every(tag => tags.includes(tag))
    case 'untag':
      return action.tags.every(tag => !tags.includes(tag))
    case 'snooze':
    case 'lease':
    case 'linkIssue':
    case 'note':
    case 'followUp':
    case 'reply':
      return false
  }
}
