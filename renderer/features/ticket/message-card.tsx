import { IconRobot } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ConversationItem } from '../../../shared/contract/tickets.ts'
import { Avatar } from '../../components/avatar.tsx'
import { Chip } from '../../components/chip.tsx'
import { Moment } from '../../components/time-text.tsx'
import { customerTime } from '../../lib/customer-time.ts'
import { cx } from '../../lib/cx.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { nameOf } from '../../lib/receivers.ts'
import { DoubtfulWays } from '../../components/doubtful-ways.tsx'
import { Attachments } from './attachments.tsx'
import { DeliveryState } from './delivery-state.tsx'
import { HeldLine } from './held-line.tsx'
import { HtmlBody } from './html-body.tsx'
import classes from './item.module.css'
import { PlainBody } from './plain-body.tsx'
import { WordMenu } from './word-menu.tsx'

type MessageItem = Extract<ConversationItem, { type: 'message' }>
type MessageCardProps = { readonly item: MessageItem; readonly timeZone: string | null }

/** What a customer wrote, or what was written to one. */
export function MessageCard({ item, timeZone }: MessageCardProps) {
  const { t } = useTranslation()
  const { message } = item
  const isOut = message.direction === 'out'
  const fromName = message.from === null ? '' : nameOf(message.from)
  const isBot = message.authorKind === 'bot'
  const unnamed = isBot ? 'takeover.bot' : isOut ? 'ticket.colleague' : 'customer.unnamed'
  const name = item.authorName?.trim() || fromName || t(unnamed)
  return (
    <article className={classes['row']} aria-label={t('ticket.messageFrom', { name })}>
      <Avatar name={name} />
      <div className={cx(classes['card'], isOut && classes['out'])}>
        <header className={classes['head']}>
          <strong dir="auto">{name}</strong>
          <When atMs={item.atMs} timeZone={isOut ? null : timeZone} />
          <span className={classes['channel']}>{dynamicText(`channel.${message.channel}`)}</span>
          {isBot && <Chip icon={<IconRobot aria-hidden />}>{t('takeover.bot')}</Chip>}
          {isOut && item.held !== null && <HeldLine held={item.held} />}
          {isOut && !isBot && item.held === null && <DeliveryState delivery={item.delivery} />}
          {isOut && !isBot && <WordMenu of={message} messageId={message.id} name={name} />}
          {isOut && item.delivery === 'unknown' && <DoubtfulWays messageId={message.id} />}
        </header>
        {isOut && <Receivers message={message} />}
        {message.bodyHtml === null ? (
          <PlainBody text={message.bodyText} />
        ) : (
          <HtmlBody messageId={message.id} html={message.bodyHtml} attachments={item.attachments} />
        )}
        <Attachments attachments={item.attachments.filter(({ contentId }) => contentId === null)} />
      </div>
    </article>
  )
}

/** The moment, and what the customer's clock showed then when it was another. */
function When({ atMs, timeZone }: { readonly atMs: number; readonly timeZone: string | null }) {
  const { t } = useTranslation()
  const there = customerTime(timeZone, atMs)
  return (
    <span className={classes['when']}>
      <Moment atMs={atMs} />
      {there && ' · '}
      {there && (there.isSameAsHere ? t('ticket.sameTime', there) : t('ticket.timeThere', there))}
    </span>
  )
}

function Receivers({ message }: { readonly message: MessageItem['message'] }) {
  const { t } = useTranslation()
  if (message.to.length === 0) return null
  return (
    <p className={classes['receivers']} dir="auto">
      {t('ticket.to', { names: message.to.map(nameOf).join(', ') })}
      {message.cc.length > 0 && ` · ${t('ticket.cc', { names: message.cc.map(nameOf).join(', ') })}`}
    </p>
  )
}
