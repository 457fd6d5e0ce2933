import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maySupervise } from '../../../../shared/rules/supervising.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { useAgent } from '../../../stores/session-store.ts'
import { Calendars } from './calendars.tsx'
import classes from './levels.module.css'
import { Policy } from './policy.tsx'

const PARTS = ['service', 'support', 'hours'] as const
type Part = (typeof PARTS)[number]

/** What the team promises about time, and in which hours: for supervisors and administrators to set. */
export function LevelsPage() {
  const { t } = useTranslation()
  const [part, setPart] = useState<Part>('service')
  const levels = useLiveValue('serviceLevels.get', {})
  const agent = useAgent()
  if (!levels || !agent) return null
  if (!maySupervise(agent.role)) return <p className={classes['hint']}>{t('levels.notYours')}</p>
  return (
    <div className={classes['page']}>
      <SegmentedControl<Part>
        aria-label={t('settings.pages.levels')}
        value={part}
        onChange={setPart}
        data={PARTS.map(value => ({
          value,
          label: value === 'hours' ? t('levels.hours') : t(`kind.${value}`),
        }))}
      />
      {part === 'hours' ? (
        <Calendars calendars={levels.calendars} />
      ) : (
        <Policy key={part} kind={part} levels={levels} />
      )}
    </div>
  )
}
