import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { RefObject, UIEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationItem } from '../../../shared/contract/tickets.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import type { Paging } from '../../data/live-pages.ts'
import { CONVERSATION_PAGE } from '../../data/seen.ts'
import { useLivePages } from '../../data/use-live-pages.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { isLongMail } from '../../lib/mail-parts.ts'
import classes from './conversation.module.css'
import { HoldPlace, useHold } from './hold-place.ts'
import { Item } from './item.tsx'
import { useMarkSeen } from './use-mark-seen.ts'
import { placeOf, useKeptScroll } from './use-kept-scroll.ts'

/** Height of an item before it is measured: a mail of a few lines. */
const GUESS = 120
/** Room above the first item and below the last one, px. */
const PADDING = 14
/** Items above and below those in sight: more of them once the first paint is done. */
const BESIDE = 4
/** Closer than this to the top, in px, the page before is asked for. */
const NEAR_START = 900

const itemId = (item: ConversationItem): string => {
  switch (item.type) {
    case 'message':
      return item.message.id
    case 'note':
      return item.note.id
    case 'event':
      return item.event.id
  }
}

/** Pages come newest first, items inside a page in time order: put together they run from early to late. */
const inOrder = (items: readonly ConversationItem[]): readonly ConversationItem[] =>
  items.toSorted((a, b) => a.atMs - b.atMs)

type MessageListProps = {
  readonly ticketId: string
  readonly customerId: string
  /** Name of the list where it is not that of the ticket at hand. */
  readonly label?: string
}

/** Everything said and done on a ticket, from its newest page upwards. */
export function MessageList({ ticketId, customerId, label }: MessageListProps) {
  const { t } = useTranslation()
  const paging = useMemo(
    (): Paging<'tickets.conversation', ConversationItem> => ({
      name: 'tickets.conversation',
      inputAt: before => ({ ticketId, before, limit: CONVERSATION_PAGE }),
      nextOf: page => page.earlier,
      itemsOf: page => page.items,
      keyOf: itemId,
    }),
    [ticketId],
  )
  const pages = useLivePages(paging)
  const card = useLiveValue('customers.card', { customerId, ticketId })
  switch (pages.state) {
    case 'loading':
      return (
        <div className={classes['messages']}>
          <Skeleton shape="messages" rows={3} />
        </div>
      )
    case 'failed':
      return (
        <div className={classes['messages']}>
          <LoadFailed error={pages.error} onRetry={pages.loadMore} />
        </div>
      )
    case 'ready':
      return pages.value.items.length === 0 ? (
        <div className={classes['messages']}>
          <EmptyState>{t('ticket.noMessages')}</EmptyState>
        </div>
      ) : (
        <Items
          ticketId={ticketId}
          items={inOrder(pages.value.items)}
          timeZone={card?.customer.timeZone ?? null}
          hasEarlier={pages.value.hasMore}
          onStart={pages.loadMore}
          label={label ?? t('ticket.messages')}
        />
      )
  }
}

/** Place of the newest message where it is higher than any window: it is read from its beginning, not from its end. */
function tallNewest(items: readonly ConversationItem[]): number | null {
  const at = items.findLastIndex(item => item.type === 'message')
  const item = items[at]
  return item?.type === 'message' && isLongMail(item.message.bodyHtml ?? '') ? at : null
}

type ItemsProps = {
  readonly ticketId: string
  readonly items: readonly ConversationItem[]
  readonly timeZone: string | null
  readonly hasEarlier: boolean
  readonly onStart: () => void
  readonly label: string
}

/** Height of the conversation that was shown last, px: what will be in sight of the next one is painted at once. */
let usualHeight = 600

const guessedOffset = (place: { readonly index: number } | null, count: number): number =>
  place === null ? Math.max(0, count * GUESS + 2 * PADDING - usualHeight) : PADDING + place.index * GUESS

type Filled = Pick<ItemsProps, 'hasEarlier' | 'onStart'> & { readonly total: number }

/** Asks for more where there is too little to fill the view: nobody could scroll up to ask for it. */
function useFilled(scroll: RefObject<HTMLElement | null>, { hasEarlier, total, onStart }: Filled): void {
  useEffect(() => {
    const height = scroll.current?.clientHeight ?? 0
    if (height > 0) usualHeight = height
    if (hasEarlier && height > 0 && total < height) onStart()
  }, [scroll, hasEarlier, total, onStart])
}

/** Starts where it was left, else at the newest item; earlier pages come in above without moving what is being read. */
function Items({ ticketId, items, timeZone, hasEarlier, onStart, label }: ItemsProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const { anchorTo, hold } = useHold(items.length)
  const keys = useMemo(() => items.map(itemId), [items])
  const place = { keys, readFrom: tallNewest(items) }
  const beside = useDeferredValue(BESIDE, 1)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => GUESS,
    getItemKey: index => keys[index] ?? index,
    overscan: beside,
    paddingStart: PADDING,
    paddingEnd: PADDING,
    initialRect: { width: 0, height: usualHeight },
    initialOffset: () => guessedOffset(placeOf(ticketId, place), items.length),
    anchorTo,
    followOnAppend: true,
  })
  useMarkSeen(ticketId, items)
  const notePlace = useKeptScroll(ticketId, { ...place, isWhole: beside === BESIDE }, virtual)
  const shown = virtual.getVirtualItems()
  const total = virtual.getTotalSize()
  useFilled(scroll, { hasEarlier, total, onStart })
  const onScroll = (event: UIEvent<HTMLElement>): void => {
    notePlace(event.currentTarget)
    if (hasEarlier && event.currentTarget.scrollTop < NEAR_START) onStart()
  }
  return (
    <div
      ref={scroll}
      className={classes['messages']}
      tabIndex={0}
      role="log"
      aria-label={label}
      onScroll={onScroll}
    >
      <HoldPlace value={hold}>
        <div className={classes['canvas']} style={{ height: total }}>
          {shown.map(({ key, index, start }) => {
            const item = items[index]
            return (
              item && (
                <div
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  className={classes['item']}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <Item item={item} timeZone={timeZone} />
                </div>
              )
            )
          })}
        </div>
      </HoldPlace>
    </div>
  )
}
