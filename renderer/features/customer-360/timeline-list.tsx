import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '@mantine/core'
import { TIMELINE_SUBJECTS } from '../../../shared/contract/customers.ts'
import type { TimelineItem, TimelineSubject } from '../../../shared/contract/customers.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { KindMark } from '../../components/kind-mark.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { Moment } from '../../components/time-text.tsx'
import type { Paging } from '../../data/live-pages.ts'
import { useLivePages } from '../../data/use-live-pages.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { productEventName } from '../../lib/product-event-name.ts'
import classes from './customer-360.module.css'

const PAGE = 60
const ROW = 28
const KINDS = ['all', 'service', 'support'] as const
type Kind = (typeof KINDS)[number]

type TimelineListProps = {
  readonly customerId: string
  /** The ticket at hand is not opened over itself. */
  readonly ticketId: string | null
  readonly onOpen: (ticketId: string) => void
}

/** Everything that ever happened with the customer, newest first; a line leads into its ticket. */
export function TimelineList({ customerId, ticketId, onOpen }: TimelineListProps) {
  const { t } = useTranslation()
  const [subject, setSubject] = useState<TimelineSubject>('all')
  const [kind, setKind] = useState<Kind>('all')
  const paging = useMemo(
    (): Paging<'customers.timeline', TimelineItem> => ({
      name: 'customers.timeline',
      inputAt: before => ({ customerId, before, limit: PAGE, subject }),
      nextOf: page => page.earlier,
      itemsOf: page => page.items,
      keyOf: item => item.id,
    }),
    [customerId, subject],
  )
  const pages = useLivePages(paging)
  const all = pages.state === 'ready' ? pages.value.items : []
  const items = all.filter(item => kind === 'all' || item.kind === kind || item.kind === 'both')
  // Of a kind that is rare nothing may be among the newest: it is looked for further back.
  const isLookingOn = pages.state === 'ready' && items.length === 0 && pages.value.hasMore
  const { loadMore } = pages
  useEffect(() => {
    if (isLookingOn) loadMore()
  }, [isLookingOn, all.length, loadMore])
  return (
    <>
      <div className={classes['filters']}>
        <SegmentedControl<Kind>
          aria-label={t('inbox.kinds')}
          value={kind}
          onChange={setKind}
          data={KINDS.map(value => ({ value, label: t(`kindFilter.${value}`) }))}
        />
        <SegmentedControl<TimelineSubject>
          aria-label={t('customer.timelineSubject')}
          value={subject}
          onChange={setSubject}
          data={TIMELINE_SUBJECTS.map(value => ({ value, label: t(`customer.subject.${value}`) }))}
        />
      </div>
      {pages.state === 'loading' && <Skeleton rows={4} />}
      {pages.state === 'failed' && <LoadFailed error={pages.error} onRetry={pages.loadMore} />}
      {isLookingOn && <Skeleton rows={4} />}
      {pages.state === 'ready' && items.length === 0 && !isLookingOn && (
        <EmptyState>{t('customer.nothingYet')}</EmptyState>
      )}
      {pages.state === 'ready' && items.length > 0 && (
        <Events
          items={items}
          hasMore={pages.value.hasMore}
          ticketId={ticketId}
          onEnd={pages.loadMore}
          onOpen={onOpen}
        />
      )}
    </>
  )
}

type EventsProps = {
  readonly items: readonly TimelineItem[]
  readonly hasMore: boolean
  readonly ticketId: string | null
  readonly onEnd: () => void
  readonly onOpen: (ticketId: string) => void
}

function Events({ items, hasMore, ticketId, onEnd, onOpen }: EventsProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    getItemKey: index => items[index]?.id ?? index,
    overscan: 10,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= items.length - 10) onEnd()
  }, [hasMore, last, items.length, onEnd])
  return (
    <div ref={scroll} className={classes['events']}>
      <div className={classes['canvas']} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const item = items[index]
          return item && <Event key={key} item={item} start={start} here={ticketId} onOpen={onOpen} />
        })}
      </div>
    </div>
  )
}

type EventProps = {
  readonly item: TimelineItem
  readonly start: number
  readonly here: string | null
  readonly onOpen: (ticketId: string) => void
}

function Event({ item, start, here, onOpen }: EventProps) {
  const kinds =
    item.kind === 'both' ? (['service', 'support'] as const) : item.kind === null ? [] : [item.kind]
  const [subject = '', verb = ''] = item.type.split('.')
  const type =
    subject === 'product'
      ? productEventName(verb)
      : dynamicText(`timelineType.${subject}.${verb === '' ? 'is' : verb}`)
  const content = (
    <>
      <span className={classes['mark']}>
        {kinds.length === 0 ? (
          <i className={classes['point']} />
        ) : (
          kinds.map(kind => <KindMark key={kind} kind={kind} size={14} />)
        )}
      </span>
      <Moment atMs={item.atMs} />
      <span className={classes['eventTitle']} dir="auto">
        {item.title}
      </span>
      <span className={classes['eventType']}>
        {type} {item.number !== null && `#${item.number}`}
      </span>
    </>
  )
  const style = { transform: `translateY(${start}px)`, height: ROW }
  const { ticketId } = item
  if (ticketId === null || ticketId === here)
    return (
      <div className={classes['event']} style={style}>
        {content}
      </div>
    )
  return (
    <button type="button" className={classes['event']} style={style} onClick={() => onOpen(ticketId)}>
      {content}
    </button>
  )
}
