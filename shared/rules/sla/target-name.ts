import type { Thread } from '../../domain/tickets.ts'
import type { ClockName } from './thread-clocks.ts'

export const TARGET_NAMES = ['first-reply', 'next-reply', 'resolve', 'restore'] as const
export type TargetName = (typeof TARGET_NAMES)[number]

/** What a clock is called: service resolves, support restores. */
export function targetName(clock: ClockName, kind: Thread['kind']): TargetName {
  switch (clock) {
    case 'first':
      return 'first-reply'
    case 'next':
      return 'next-reply'
    case 'solve':
      return kind === 'support' ? 'restore' : 'resolve'
  }
}
