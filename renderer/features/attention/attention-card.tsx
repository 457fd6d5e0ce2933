import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttentionItem } from '../../../shared/contract/sync.ts'
import { Keys } from '../../components/keys.tsx'
import { Moment } from '../../components/time-text.tsx'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import { actionsFor } from './actions-for.ts'
import type { Action } from './actions-for.ts'
import classes from './attention.module.css'
import { describeIntent } from '../../lib/describe-intent.ts'
import { FieldTable } from './field-table.tsx'
import { resolve } from './resolve.ts'

type AttentionCardProps = { readonly item: AttentionItem; readonly isFirst: boolean }

const keys: Readonly<Record<Action, string>> = { mine: 'M', retry: 'R', edit: 'E', theirs: 'T', discard: 'D' }

/** One ticket's worth of what was not accepted: what was wanted, what stands, and the ways out, each on a key. */
export function AttentionCard({ item, isFirst }: AttentionCardProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const card = useRef<HTMLLIElement>(null)
  const actions = actionsFor(item)
  // The first one takes the focus as soon as it is there, and again after it was dealt with.
  useEffect(() => {
    const focused = document.activeElement
    const isFree = focused === document.body || focused?.hasAttribute('data-autofocus') === true
    if (isFirst && isFree) card.current?.focus()
  }, [isFirst])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const action = actions.find(each => keys[each] === event.key.toUpperCase())
    if (!action) return
    event.preventDefault()
    void resolve(item, action)
  }
  const reason =
    dynamicText(`attention.reason.${item.reason}`) ?? dynamicText(`errors.${item.reason}.what`) ?? item.reason
  return (
    <li ref={card} className={classes['item']} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={classes['top']}>
        <strong dir="auto">{item.subject ?? t('attention.noTicket')}</strong>
        <span>
          {[item.customerName, item.number === null ? null : `#${item.number}`].filter(Boolean).join(' · ')} ·{' '}
          <Moment atMs={item.writtenAtMs} />
        </span>
      </div>
      <p className={classes['verdict']}>
        {t(`attention.verdict.${item.verdict}`)} {reason}
      </p>
      <ul className={classes['intents']}>
        {item.intents.map(intent => (
          <li key={intent.mutationId}>{describeIntent(intent.description, directory)}</li>
        ))}
      </ul>
      {item.words !== null && (
        <blockquote className={classes['words']} dir="auto">
          {item.words}
        </blockquote>
      )}
      <FieldTable fields={item.fields} />
      <Ways item={item} actions={actions} />
    </li>
  )
}

type WaysProps = { readonly item: AttentionItem; readonly actions: readonly Action[] }

/** The ways out, the most likely first. */
function Ways({ item, actions }: WaysProps) {
  const { t } = useTranslation()
  const { ticketId, words } = item
  const open = (id: string): void => {
    closeDialog()
    openTicketInTab(id)
  }
  return (
    <div className={classes['ways']}>
      {actions.map((action, index) => (
        <Button
          key={action}
          variant={index === 0 ? 'filled' : 'default'}
          rightSection={<Keys shortcut={keys[action]} />}
          onClick={() => void resolve(item, action)}
        >
          {t(`attention.action.${action}`)}
        </Button>
      ))}
      {words !== null && (
        <Button variant="subtle" onClick={() => void act('app.copyText', { text: words })}>
          {t('attention.copy')}
        </Button>
      )}
      {ticketId !== null && (
        <Button variant="subtle" onClick={() => open(ticketId)}>
          {t('attention.openTicket')}
        </Button>
      )}
    </div>
  )
}
