import { Button } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoubtfulMessage } from '../../../shared/contract/sync.ts'
import { Keys } from '../../components/keys.tsx'
import { Moment } from '../../components/time-text.tsx'
import { decideDoubtful } from '../../data/doubtful.ts'
import type { DoubtfulWay } from '../../data/doubtful.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import { useWalk } from './use-walk.ts'
import attention from './attention.module.css'
import classes from './doubtful.module.css'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, J: 1, ArrowUp: -1, K: -1 }
const WAYS: Readonly<Record<string, DoubtfulWay>> = { R: 'again', L: 'left' }

type DoubtfulPartProps = { readonly messages: readonly DoubtfulMessage[] }

/** Messages that may have left, each decided with one key, or all of them. */
export function DoubtfulPart({ messages }: DoubtfulPartProps) {
  const { t } = useTranslation()
  const { current, at, list, goTo } = useWalk(
    messages.map(message => ({ key: message.messageId, mutationIds: [], message })),
  )
  const all = (way: DoubtfulWay): void => {
    void decideDoubtful(
      messages.map(({ messageId }) => messageId),
      way,
    )
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
    const [step, way] = [STEPS[key], WAYS[key]]
    if (step !== undefined) goTo(at + step)
    else if (way && event.shiftKey) all(way)
    else if (way && current) void decideDoubtful([current.key], way)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section aria-label={t('doubtful.title', { count: messages.length })} className={classes['part']}>
      <h3>{t('doubtful.title', { count: messages.length })}</h3>
      <p className={classes['intro']}>{t('doubtful.intro')}</p>
      {messages.length > 1 && (
        <div className={attention['ways']}>
          <Button variant="default" rightSection={<Keys shortcut="Shift+R" />} onClick={() => all('again')}>
            {t('doubtful.sendAllAgain', { count: messages.length })}
          </Button>
          <Button variant="default" rightSection={<Keys shortcut="Shift+L" />} onClick={() => all('left')}>
            {t('doubtful.allLeft', { count: messages.length })}
          </Button>
        </div>
      )}
      <ul ref={list} className={classes['messages']} onKeyDown={onKeyDown}>
        {messages.map((message, index) => {
          const isCurrent = message.messageId === current?.key
          return (
            <li
              key={message.messageId}
              className={classes['message']}
              tabIndex={isCurrent ? 0 : -1}
              aria-current={isCurrent || undefined}
              onClick={() => goTo(index)}
            >
              <Words message={message} />
              <Ways messageId={message.messageId} ticketId={message.ticketId} hasKeys={isCurrent} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Whom it went to, about what, and how it begins. */
function Words({ message }: { readonly message: DoubtfulMessage }) {
  const { t } = useTranslation()
  const { subject, number, customerName, to, excerpt, authorName, files, writtenAtMs } = message
  const names = to.length === 0 ? customerName : to.join(', ')
  return (
    <div className={classes['words']}>
      <div className={attention['top']}>
        <strong dir="auto">{subject}</strong>
        <span dir="auto">
          {number !== null && `#${number} · `}
          {t('doubtful.to', { names })} · {authorName ?? t('ticket.automation')} ·{' '}
          <Moment atMs={writtenAtMs} />
          {files > 0 && ` · ${t('doubtful.files', { count: files })}`}
        </span>
      </div>
      <p dir="auto">{excerpt}</p>
    </div>
  )
}

type WaysProps = { readonly messageId: string; readonly ticketId: string; readonly hasKeys: boolean }

function Ways({ messageId, ticketId, hasKeys }: WaysProps) {
  const { t } = useTranslation()
  const open = (): void => {
    closeDialog()
    openTicketInTab(ticketId)
  }
  return (
    <div className={attention['ways']}>
      <Button
        variant={hasKeys ? 'filled' : 'default'}
        rightSection={hasKeys ? <Keys shortcut="R" /> : undefined}
        onClick={() => void decideDoubtful([messageId], 'again')}
      >
        {t('doubtful.sendAgain')}
      </Button>
      <Button
        variant="default"
        rightSection={hasKeys ? <Keys shortcut="L" /> : undefined}
        onClick={() => void decideDoubtful([messageId], 'left')}
      >
        {t('doubtful.hasLeft')}
      </Button>
      <Button variant="subtle" onClick={open}>
        {t('attention.openTicket')}
      </Button>
    </div>
  )
}
