import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PRIORITIES } from '../../../shared/domain/values.ts'
import { cellOf, LEVELS, priorityRule } from '../../../shared/rules/impact/suggest-priority.ts'
import type { TableKey } from '../../../shared/rules/impact/suggest-priority.ts'
import { act } from '../../data/use-action.ts'
import { useTeamRule } from '../../data/use-team-rule.ts'
import classes from './priority-table.module.css'

/** Which priority fits which impact and urgency; each cell is saved at once. */
export function PriorityTable() {
  const { t } = useTranslation()
  const content = useTeamRule('priority')
  if (content === undefined) return null
  const rule = priorityRule(content)
  const save = (cell: TableKey, place: number): void => {
    const before = content?.[cell]
    const seen = { [cell]: typeof before === 'number' ? before : null }
    void act('teamRule.set', { key: 'priority', values: { [cell]: place }, seen })
  }
  const level = (name: (typeof LEVELS)[number]): string => t(`suggestedPriority.level.${name}`)
  return (
    <table className={classes['table']}>
      <caption>{t('suggestedPriority.tableOf')}</caption>
      <thead>
        <tr>
          <td />
          {LEVELS.map(urgency => (
            <th key={urgency} scope="col">
              {t('suggestedPriority.urgency', { level: level(urgency) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {LEVELS.map(impact => (
          <tr key={impact}>
            <th scope="row">{t('suggestedPriority.impact', { level: level(impact) })}</th>
            {LEVELS.map(urgency => (
              <td key={urgency}>
                <Select
                  size="xs"
                  allowDeselect={false}
                  aria-label={t('suggestedPriority.table', {
                    impact: level(impact),
                    urgency: level(urgency),
                  })}
                  value={PRIORITIES[rule[cellOf(impact, urgency)] - 1] ?? null}
                  onChange={chosen =>
                    save(cellOf(impact, urgency), 1 + PRIORITIES.findIndex(each => each === chosen))
                  }
                  data={PRIORITIES.map(value => ({ value, label: t(`priority.${value}`) }))}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
