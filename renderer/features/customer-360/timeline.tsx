import { IconArrowRight, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard, TimelineItem } from '../../../shared/contract/customers.ts'
import { Splitter } from '../../components/splitter.tsx'
import { usePanel } from '../../data/use-panel.ts'
import { TIMELINE_SHOWN } from '../../data/seen.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { fullMoment } from '../../lib/format.ts'
import { toggleTimeline, useUi } from '../../stores/ui-store.ts'
import classes from './customer-360.module.css'
import { FreshStamp } from './fresh-stamp.tsx'
import { TimelineList } from './timeline-list.tsx'
import { placeDots } from './place-dots.ts'

const OPEN_HEIGHT = 320

type TimelineProps = {
  readonly card: CustomerCard
  readonly customerId: string
  readonly ticketId: string | null
  /** Another ticket of the customer, read in place. */
  readonly earlier: (ticketId: string, onBack: () => void) => ReactNode
}

/** Region "Timeline": a year of everything at one look, across both kinds; opens into the list of it all. */
export function Timeline({ card, customerId, ticketId, earlier }: TimelineProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string | null>(null)
  const isOpen = useUi(state => state.isTimelineOpen)
  const look = (wanted: string): void => {
    if (wanted === ticketId) return
    setOpened(wanted)
    if (!isOpen) toggleTimeline()
  }
  const panel = usePanel('timeline', OPEN_HEIGHT)
  const page = useLiveValue('customers.timeline', { customerId, limit: TIMELINE_SHOWN })
  return (
    <section
      className={classes['timeline']}
      aria-label={t('landmarks.timeline')}
      style={isOpen ? { height: panel.size } : undefined}
    >
      {isOpen && (
        <Splitter
          label={t('customer.timelineHeight')}
          axis="y"
          side="after"
          least={160}
          most={640}
          {...panel}
        />
      )}
      <header className={classes['timelineHead']}>
        <h3>{t('landmarks.timeline')}</h3>
        <span>{page && t('customer.timelineSpan', { count: page.total })}</span>
        <FreshStamp card={card} />
        <button type="button" onClick={toggleTimeline} aria-expanded={isOpen}>
          {isOpen ? t('common.close') : t('customer.openTimeline')}
          {isOpen ? <IconX aria-hidden /> : <IconArrowRight aria-hidden />}
        </button>
      </header>
      {isOpen && opened !== null && earlier(opened, () => setOpened(null))}
      {isOpen && opened === null && (
        <TimelineList customerId={customerId} ticketId={ticketId} onOpen={setOpened} />
      )}
      {!isOpen && <Strip items={page?.items ?? []} onOpen={look} />}
    </section>
  )
}

type StripProps = { readonly items: readonly TimelineItem[]; readonly onOpen: (ticketId: string) => void }

function Strip({ items, onOpen }: StripProps) {
  const nowMs = useNow()
  return (
    <div className={classes['strip']}>
      {placeDots(items, nowMs).map(({ item, left, top }) => (
        <button
          key={item.id}
          type="button"
          tabIndex={-1}
          className={classes['dot']}
          data-kind={item.kind ?? 'none'}
          style={{ insetInlineStart: `${left}%`, top: `${top}%` }}
          title={`${item.title}\n${fullMoment(item.atMs)}`}
          aria-label={item.title}
          onClick={() => (item.ticketId === null ? toggleTimeline() : onOpen(item.ticketId))}
        />
      ))}
    </div>
  )
}
