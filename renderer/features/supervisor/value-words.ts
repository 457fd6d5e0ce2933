import type { TFunction } from 'i18next'
import type { BoardFilter } from '../../../shared/contract/floor.ts'
import { CONTACT_MISSES } from '../../../shared/rules/closing/first-contact.ts'
import { COVER_STANDINGS } from '../../../shared/rules/experience/follow-up-coverage.ts'
import { FOLLOW_UP_STANDINGS } from '../../../shared/rules/experience/follow-up-kept.ts'
import { KIND_TURNS } from '../../../shared/rules/triage/mislabel.ts'
import { count, span } from '../../lib/format.ts'

/** What a ticket gives to the number that was opened, in words. */
export function valueWords(filter: BoardFilter, t: TFunction): (value: number) => string {
  if (filter.by === 'flow') return value => t('supervisor.flowOf', { count: value, value: count(value) })
  if (filter.by !== 'outcome') return String
  const { of } = filter
  switch (of) {
    case 'follow-ups':
      return value => t(`supervisor.followUp.${FOLLOW_UP_STANDINGS[value] ?? 'missed'}`)
    case 'painful':
      return value => t(`supervisor.covered.${COVER_STANDINGS[value] ?? 'missed'}`)
    case 'mislabelled':
      return value => t(`supervisor.turn.${KIND_TURNS[value] ?? 'other'}`)
    case 'first-reply':
    case 'restore':
      return value => t(`supervisor.outcomeOf.${of}`, { value: span(value), count: value })
    case 'first-contact':
      return value =>
        value < 0
          ? t(`supervisor.missed.${CONTACT_MISSES[-value - 1] ?? 'replies'}`)
          : t('supervisor.outcomeOf.first-contact', { value: count(value), count: value })
    case 'csat':
      return value => t(`supervisor.outcomeOf.${of}`, { value: count(value), count: value })
  }
}
