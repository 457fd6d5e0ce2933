import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { describeCondition } from '../../../shared/rules/saved-views/describe.ts'
import { isFieldName } from '../../../shared/rules/saved-views/fields.ts'
import type { Condition } from '../../../shared/rules/saved-views/rule.ts'
import { ConditionValue } from './condition-value.tsx'
import classes from './conditions.module.css'
import { fieldGroups, newCondition, opsOf, withOp } from './new-condition.ts'
import { useOwnFields } from './use-own-fields.ts'
import { fieldText, opText, useVocabulary } from './use-vocabulary.ts'

type ConditionLineProps = {
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
  /** Null where it cannot be taken away. */
  readonly onRemove: (() => void) | null
  /** Inside a popover lists of choices are part of it: a click in them would be one outside. */
  readonly isInPopover?: boolean
}

/** One condition to write: field, how, value. */
export function ConditionLine({ condition, onChange, onRemove, isInPopover = false }: ConditionLineProps) {
  const { t } = useTranslation()
  const words = useVocabulary([condition])
  const comboboxProps = { withinPortal: !isInPopover }
  const { field, op } = condition
  const known = fieldGroups.map(group => ({
    group: t(`view.subjects.${group.subject}`),
    items: group.fields.map(value => ({ value: value as string, label: fieldText(value) })),
  }))
  const own = useOwnFields(field)
  const fields =
    own.length === 0
      ? known
      : [
          ...known,
          {
            group: t('view.subjects.own'),
            items: own.map(value => ({ value: value as string, label: fieldText(value) })),
          },
        ]
  return (
    <div className={classes['line']}>
      <Select
        aria-label={t('view.fieldLabel')}
        searchable
        comboboxProps={comboboxProps}
        className={classes['field']}
        value={field}
        onChange={next => next && isFieldName(next) && next !== field && onChange(newCondition(next))}
        data={fields}
      />
      <Select
        aria-label={t('view.opLabel')}
        comboboxProps={comboboxProps}
        className={classes['op']}
        value={op}
        onChange={next => next && onChange(withOp(condition, next))}
        data={opsOf(field).map(value => ({ value, label: opText(field, value) }))}
      />
      <div className={classes['value']}>
        <ConditionValue
          // Another field or operator is another input.
          key={`${field} ${op}`}
          condition={condition}
          comboboxProps={comboboxProps}
          onChange={values => onChange({ ...condition, values })}
        />
      </div>
      {onRemove && (
        <ActionIcon
          aria-label={t('view.removeCondition', { what: describeCondition(condition, words) })}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
    </div>
  )
}
