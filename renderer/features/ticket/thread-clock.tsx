import { Popover } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { isDone } from '../../../shared/rules/thread-life.ts'
import { shownClock } from '../../../shared/rules/sla/shown-clock.ts'
import type { ShownClock } from '../../../shared/rules/sla/shown-clock.ts'
import { Chip } from '../../components/chip.tsx'
import { ClockChip } from '../../components/clock-chip.tsx'
import { useFromNow, useNow } from '../../lib/clock.ts'
import { clockText } from '../../lib/clock-text.ts'
import { fullMoment, span } from '../../lib/format.ts'
import { ClockReasonsCard } from './clock-reasons.tsx'
import classes from './thread-clock.module.css'

/** The clock of a thread that is due next; pressed, it says why. Without a promise: how long the customer waits. */
export function ThreadClock({ thread }: { readonly thread: Thread }) {
  const clock = shownClock(thread)
  return clock ? <Due thread={thread} clock={clock} /> : <Waiting thread={thread} />
}

function Due({ thread, clock }: { readonly thread: Thread; readonly clock: ShownClock }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  // Its name says what the chip shows, minute by minute.
  const text = useFromNow(nowMs => clockText(clock, nowMs))
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={320}
      trapFocus={false}
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={classes['clock']}
          onClick={() => setOpen(!isOpen)}
          // The card holds nothing to focus, so the key that closes it arrives here.
          onKeyDown={event => event.key === 'Escape' && setOpen(false)}
          aria-label={t('clock.why', { text })}
        >
          <ClockChip clock={clock} />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0}>{isOpen && <ClockReasonsCard thread={thread} />}</Popover.Dropdown>
    </Popover>
  )
}

function Waiting({ thread: { waitingSinceMs, state } }: { readonly thread: Thread }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  if (isDone({ state }) || waitingSinceMs === null) return null
  return (
    <Chip icon={<IconClock aria-hidden />} title={fullMoment(waitingSinceMs)}>
      {t('ticket.waitsSince', { span: span(nowMs - waitingSinceMs) })}
    </Chip>
  )
}
