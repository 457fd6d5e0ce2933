import { Popover } from '@mantine/core'
import { IconMoodSad, IconMoodSmile } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mood } from '../../../shared/rules/portrait/mood.ts'
import { Chip } from '../../components/chip.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { useNow } from '../../lib/clock.ts'
import { dateOnly, quoted } from '../../lib/format.ts'
import { openTicket } from '../../stores/tabs-store.ts'
import classes from './portrait.module.css'

/** How they sounded lately; one click says by which words, and each opens its ticket. */
export function MoodChip({ mood: { mood, said } }: { readonly mood: Mood }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [isOpen, setOpen] = useState(false)
  const isUpset = mood === 'upset'
  const text = t(`portrait.mood.${mood}`)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes['chipButton']}
          aria-expanded={isOpen}
          aria-label={t('portrait.mood.why', { mood: text })}
          onClick={() => setOpen(!isOpen)}
        >
          <Chip
            tone={isUpset ? 'warning' : 'plain'}
            icon={isUpset ? <IconMoodSad aria-hidden /> : <IconMoodSmile aria-hidden />}
          >
            {text}
          </Chip>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes['why']}>
          <p>{t('portrait.mood.because')}</p>
          {said.map(({ id, ticketId, atMs, words }) => (
            <button
              key={id}
              type="button"
              className={classes['row']}
              dir="auto"
              onClick={() => openTicket(ticketId)}
            >
              {words.map(quoted).join(', ')} · {dateOnly(atMs, nowMs)}
            </button>
          ))}
          <SmallButton onClick={() => setOpen(false)}>{t('triage.close')}</SmallButton>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
