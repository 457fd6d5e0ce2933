import {
  IconAlertTriangle,
  IconDeviceLaptop,
  IconMoodSad,
  IconMoon,
  IconPencil,
  IconRobot,
  IconStar,
} from '@tabler/icons-react'
import type { ListRow } from '../../../shared/contract/threads.ts'
import { Chip } from '../../components/chip.tsx'
import { ClockChip } from '../../components/clock-chip.tsx'
import { LeaseChip } from '../../components/lease.tsx'
import { WatchersChip } from '../../components/watchers.tsx'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import classes from './ticket-card.module.css'
import { loudPriority, rowClock, snoozedUntil } from './row-facts.ts'
import { useWords } from '../../lib/use-words.ts'

/** What this laptop still holds of the ticket. */
export function UnsentChip({ waiting }: { readonly waiting: ListRow['waiting'] }) {
  const { t } = useWords()
  if (waiting.parked > 0) {
    return (
      <Chip tone="bad" icon={<IconAlertTriangle />}>
        {t('inbox.needsAttention')}
      </Chip>
    )
  }
  const { replies, changes } = waiting
  if (replies + changes === 0) return null
  return (
    <Chip tone="warning" icon={<IconDeviceLaptop />}>
      {replies > 0 ? t('inbox.replyWaits', { count: replies }) : t('inbox.changesWait', { count: changes })}
    </Chip>
  )
}

function StateChip({ row }: { readonly row: ListRow }) {
  const { t } = useWords()
  const nowMs = useNow()
  const until = snoozedUntil(row.threads)
  if (until !== null)
    return <Chip icon={<IconMoon />}>{t('inbox.snoozedUntil', { time: moment(until, nowMs) })}</Chip>
  const isPending = row.threads.every(({ state }) => state === 'pending')
  return isPending ? <Chip>{t('inbox.waitingOnCustomer')}</Chip> : null
}

// A row is painted whenever somebody scrolls: what it has nothing to say about costs nothing.
const hasUnsent = ({ waiting: { parked, replies, changes } }: ListRow): boolean =>
  parked + replies + changes > 0
const rests = ({ threads }: ListRow): boolean =>
  threads.some(({ state }) => state === 'pending' || state === 'snoozed')

/** "1 bad experience": the next one may be the last. */
function ExperienceChip({ count }: { readonly count: number }) {
  const { t } = useWords()
  return (
    <Chip tone={count > 1 ? 'bad' : 'warning'} icon={<IconMoodSad />}>
      {t('between.badChip', { count })}
    </Chip>
  )
}

/** They matter more than the numbers say. */
export function VipMark() {
  const { t } = useWords()
  return <Chip icon={<IconStar aria-hidden />}>{t('portrait.vip')}</Chip>
}

/** "Bot: needs a person", until somebody has taken over. */
export function TakeoverChip({ reason }: { readonly reason: NonNullable<ListRow['needsPerson']> }) {
  const { t } = useWords()
  return (
    <Chip tone="warning" icon={<IconRobot aria-hidden />} title={t(`takeover.reason.${reason}`)}>
      {t('takeover.chip')}
    </Chip>
  )
}

/** The third line of a card: what matters first; what finds no room is left out whole. */
export function RowChips({ row }: { readonly row: ListRow }) {
  const { t, language } = useWords()
  const clock = rowClock(row.threads)
  const priority = loudPriority(row)
  const isForeign = row.language !== null && row.language.slice(0, 2) !== language.slice(0, 2)
  return (
    <span className={classes['chips']}>
      {hasUnsent(row) && <UnsentChip waiting={row.waiting} />}
      <WatchersChip ticketId={row.ticketId} />
      {row.needsPerson !== null && <TakeoverChip reason={row.needsPerson} />}
      {row.lease !== null && <LeaseChip lease={row.lease} />}
      {clock !== null && <ClockChip clock={clock} />}
      {rests(row) && <StateChip row={row} />}
      {row.badExperiences > 0 && <ExperienceChip count={row.badExperiences} />}
      {row.isVip && <VipMark />}
      {row.hasDraft && <Chip icon={<IconPencil />}>{t('inbox.draft')}</Chip>}
      {priority !== null && <Chip>{t(`priority.${priority}`)}</Chip>}
      {row.tags.slice(0, 3).map(tag => (
        <Chip key={tag}>{tag}</Chip>
      ))}
      {isForeign && !row.tags.includes(row.language ?? '') && <Chip>{row.language}</Chip>}
    </span>
  )
}
