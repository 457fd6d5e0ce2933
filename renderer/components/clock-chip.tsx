import { IconClock, IconPlayerPause } from '@tabler/icons-react'
import type { ShownClock } from '../../shared/rules/sla/shown-clock.ts'
import { useServiceLevels } from '../data/use-service-levels.ts'
import { useFromNow } from '../lib/clock.ts'
import { clockText, clockTitle, clockTone } from '../lib/clock-text.ts'
import { Chip } from './chip.tsx'
import type { Tone } from './chip.tsx'
import { useWords } from '../lib/use-words.ts'

type ClockChipProps = {
  readonly clock: ShownClock
  /** Hovering explains it elsewhere. */
  readonly isExplained?: boolean
}

/** What is due next and how much time is left: amber when it warns, red when it is over, never a percentage. */
export function ClockChip({ clock, isExplained = false }: ClockChipProps) {
  useWords()
  const levels = useServiceLevels()
  // As one text, so that a chip is painted anew only when it says something else.
  const shown = useFromNow(nowMs => `${clockTone(clock, nowMs)} ${clockText(clock, nowMs)}`)
  const [tone = 'plain', ...words] = shown.split(' ')
  return (
    <Chip
      tone={tone as Tone}
      icon={clock.isPaused ? <IconPlayerPause aria-hidden /> : <IconClock aria-hidden />}
      title={isExplained ? undefined : clockTitle(clock, levels)}
    >
      {words.join(' ')}
    </Chip>
  )
}
