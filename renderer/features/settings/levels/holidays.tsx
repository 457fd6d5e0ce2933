import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holiday } from '../../../../shared/domain/service-levels.ts'
import { DayInput } from '../../../components/day-input.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { now } from '../../../lib/clock.ts'
import { toInput } from '../../../lib/moments.ts'
import classes from './levels.module.css'
import { Period } from './week.tsx'

type HolidaysProps = {
  readonly holidays: readonly Holiday[]
  readonly isWrong: (at: string) => boolean
  readonly onChange: (holidays: Holiday[]) => void
}

const today = (): string => toInput(now()).slice(0, 10)

/** Days unlike others. Those that are over are folded: they explain what was promised then. */
export function Holidays({ holidays, isWrong, onChange }: HolidaysProps) {
  const { t } = useTranslation()
  const [isAll, setAll] = useState(false)
  const set = (place: number, part: Partial<Holiday>): void =>
    onChange(holidays.map((day, index) => (index === place ? { ...day, ...part } : day)))
  const over = holidays.filter(({ date }) => date !== '' && date < today()).length
  return (
    <section aria-label={t('levels.holidays')}>
      <h3 className={classes['part']}>{t('levels.holidays')}</h3>
      <p className={classes['hint']}>{t('levels.holidaysHow')}</p>
      {holidays.map(
        (day, index) =>
          (isAll || day.date === '' || day.date >= today()) && (
            <Day
              key={index}
              day={day}
              isWrong={isWrong(`holidays.${index}`)}
              onChange={part => set(index, part)}
              onRemove={() => onChange(holidays.filter((_, place) => place !== index))}
            />
          ),
      )}
      <div className={classes['line']}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...holidays, { date: today(), name: '', open: [] }])}
        >
          {t('levels.addDay')}
        </Button>
        {over > 0 && !isAll && (
          <button type="button" className={classes['link']} onClick={() => setAll(true)}>
            {t('levels.pastDays', { count: over })}
          </button>
        )}
      </div>
    </section>
  )
}

type DayProps = {
  readonly day: Holiday
  readonly isWrong: boolean
  readonly onChange: (part: Partial<Holiday>) => void
  readonly onRemove: () => void
}

function Day({ day, isWrong, onChange, onRemove }: DayProps) {
  const { t } = useTranslation()
  const name = day.name || day.date
  return (
    <div className={classes['holiday']}>
      <DayInput
        size="xs"
        aria-label={t('levels.date')}
        value={day.date}
        error={isWrong}
        onChange={date => onChange({ date })}
      />
      <TextInput
        size="xs"
        className={classes['grow'] ?? ''}
        aria-label={t('levels.dayName')}
        placeholder={t('levels.dayName')}
        value={day.name}
        error={isWrong && day.name.trim() === ''}
        dir="auto"
        onChange={event => onChange({ name: event.currentTarget.value })}
      />
      {day.open.map((period, index) => (
        <Period
          key={index}
          label={name}
          period={period}
          isWrong={isWrong}
          onChange={next =>
            onChange({ open: day.open.map((each, place) => (place === index ? next : each)) })
          }
          onRemove={() => onChange({ open: day.open.filter((_, place) => place !== index) })}
        />
      ))}
      {day.open.length === 0 && (
        <Button
          variant="default"
          size="xs"
          onClick={() => onChange({ open: [{ from: '09:00', to: '13:00' }] })}
        >
          {t('levels.closedAllDay')}
        </Button>
      )}
      <IconButton label={t('levels.removeDay', { name })} icon={<IconTrash />} onClick={onRemove} />
    </div>
  )
}
