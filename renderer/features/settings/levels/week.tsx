import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OpenPeriod, WeekPeriod } from '../../../../shared/domain/service-levels.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { weekdayName } from '../../../lib/format.ts'
import classes from './levels.module.css'

type WeekProps = {
  readonly week: readonly WeekPeriod[]
  readonly isWrong: (at: string) => boolean
  readonly onChange: (week: WeekPeriod[]) => void
}
const DAYS = [1, 2, 3, 4, 5, 6, 7]
const NEW_PERIOD: OpenPeriod = { from: '09:00', to: '17:00' }

/** Opening hours of each weekday; a day may have several periods, or none. */
export function Week({ week, isWrong, onChange }: WeekProps) {
  const { t } = useTranslation()
  const periodsOf = (day: number): readonly WeekPeriod[] => week.filter(({ weekday }) => weekday === day)
  const setDay = (day: number, periods: readonly OpenPeriod[]): void =>
    onChange(
      DAYS.flatMap(each =>
        each === day ? periods.map(({ from, to }) => ({ weekday: day, from, to })) : periodsOf(each),
      ),
    )
  return (
    <section aria-label={t('levels.week')}>
      <h3 className={classes['part']}>{t('levels.week')}</h3>
      {DAYS.map(day => (
        <div key={day} className={classes['day']}>
          <span className={classes['dayName']}>{weekdayName(day)}</span>
          <span className={classes['periods']}>
            {periodsOf(day).length === 0 && <span className={classes['hint']}>{t('levels.closed')}</span>}
            {periodsOf(day).map((period, index) => (
              <Period
                key={index}
                label={weekdayName(day)}
                period={period}
                isWrong={isWrong(`week.${day}.${index}`)}
                onChange={next =>
                  setDay(
                    day,
                    periodsOf(day).map((each, place) => (place === index ? next : each)),
                  )
                }
                onRemove={() =>
                  setDay(
                    day,
                    periodsOf(day).filter((_, place) => place !== index),
                  )
                }
              />
            ))}
          </span>
          <Button
            variant="default"
            size="xs"
            aria-label={t('levels.addPeriodTo', { day: weekdayName(day) })}
            leftSection={<IconPlus size={14} />}
            onClick={() => setDay(day, [...periodsOf(day), NEW_PERIOD])}
          >
            {t('levels.addPeriod')}
          </Button>
        </div>
      ))}
    </section>
  )
}

type PeriodProps = {
  readonly label: string
  readonly period: OpenPeriod
  readonly isWrong: boolean
  readonly onChange: (period: OpenPeriod) => void
  readonly onRemove: () => void
}

/** From and to on the clock on the wall; a day ends at 24:00, which no system field for times knows. */
export function Period({ label, period, isWrong, onChange, onRemove }: PeriodProps) {
  const { t } = useTranslation()
  return (
    <span className={classes['period']}>
      {(['from', 'to'] as const).map(end => (
        <TextInput
          key={end}
          size="xs"
          w={58}
          aria-label={`${label}, ${t(`levels.${end}`)}`}
          value={period[end]}
          error={isWrong}
          maxLength={5}
          inputMode="numeric"
          placeholder="09:00"
          onChange={event => onChange({ from: period.from, to: period.to, [end]: event.currentTarget.value })}
          // "9:00" is as good as "09:00".
          onBlur={() => /^\d:\d\d$/u.test(period[end]) && onChange({ ...period, [end]: `0${period[end]}` })}
        />
      ))}
      <IconButton
        label={t('levels.removePeriod', { from: period.from, to: period.to })}
        icon={<IconX />}
        onClick={onRemove}
      />
    </span>
  )
}
