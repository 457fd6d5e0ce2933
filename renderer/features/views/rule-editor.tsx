import { ActionIcon, Button, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition, ConditionGroup, Join, ViewRule } from '../../../shared/rules/saved-views/rule.ts'
import { ConditionLine } from '../../components/conditions/condition-line.tsx'
import { newCondition } from '../../components/conditions/new-condition.ts'
import { focusSoon } from '../../lib/focus-soon.ts'
import classes from './views.module.css'

type RuleEditorProps = { readonly rule: ViewRule; readonly onChange: (rule: ViewRule) => void }

const FIRST: Condition = newCondition('state')
const blankGroup = (): ConditionGroup => ({ join: 'all', conditions: [FIRST] })

/** Conditions of a view, in groups that are joined by "and" or by "or". */
export function RuleEditor({ rule, onChange }: RuleEditorProps) {
  const { t } = useTranslation()
  const groups = rule.groups.length === 0 ? [{ join: 'all' as const, conditions: [] }] : rule.groups
  const isMany = groups.length > 1
  const setGroup = (index: number, group: ConditionGroup | null): void =>
    onChange({ ...rule, groups: group ? groups.with(index, group) : groups.toSpliced(index, 1) })
  return (
    <fieldset className={classes['rule']}>
      <legend>{t('view.conditions')}</legend>
      {groups.map((group, index) => (
        <div key={index} className={classes['groupPlace']}>
          {index > 0 && (
            <JoinBetween
              join={rule.join}
              isFirst={index === 1}
              onChange={join => onChange({ ...rule, groups: [...groups], join })}
            />
          )}
          <GroupEditor
            group={group}
            place={isMany ? index + 1 : null}
            onChange={next => setGroup(index, next)}
          />
        </div>
      ))}
      <Button
        variant="subtle"
        className={classes['addGroup']}
        leftSection={<IconPlus size={14} />}
        disabled={groups.length >= 20}
        onClick={() =>
          onChange({
            // The second group is there to say "or": a first "and" needs no group.
            join: groups.length === 1 ? 'any' : rule.join,
            groups: [...groups, blankGroup()],
          })
        }
      >
        {t('view.addGroup')}
      </Button>
    </fieldset>
  )
}

type JoinBetweenProps = {
  readonly join: Join
  readonly isFirst: boolean
  readonly onChange: (join: Join) => void
}

/** "and" or "or" between groups: chosen once, the same between all of them. */
function JoinBetween({ join, isFirst, onChange }: JoinBetweenProps) {
  const { t } = useTranslation()
  if (!isFirst) return <span className={classes['between']}>{t(`view.between.${join}`)}</span>
  return (
    <Select<Join>
      aria-label={t('view.groupJoin')}
      className={classes['betweenChoice']}
      value={join}
      onChange={next => next && onChange(next)}
      data={(['any', 'all'] as const).map(value => ({ value, label: t(`view.between.${value}`) }))}
    />
  )
}

type GroupEditorProps = {
  readonly group: ConditionGroup
  /** Number of the group where there are several. */
  readonly place: number | null
  /** Null takes it away. */
  readonly onChange: (group: ConditionGroup | null) => void
}

function GroupEditor({ group, place, onChange }: GroupEditorProps) {
  const { t } = useTranslation()
  const { join, conditions } = group
  const lines = useRef<HTMLDivElement>(null)
  const shown = useRef(conditions.length)
  // What was added is what is written next.
  useEffect(() => {
    const isMore = conditions.length > shown.current
    shown.current = conditions.length
    if (!isMore) return undefined
    return focusSoon(() => lines.current?.querySelector<HTMLInputElement>(':scope > :last-of-type input'))
  }, [conditions.length])
  const set = (index: number, condition: Condition): void =>
    onChange({ join, conditions: conditions.with(index, condition) })
  return (
    <div
      className={classes['group']}
      data-many={place !== null || undefined}
      role={place === null ? undefined : 'group'}
      aria-label={place === null ? undefined : t('view.group', { n: place })}
    >
      {(conditions.length > 1 || place !== null) && (
        <div className={classes['groupHead']}>
          <Select<Join>
            aria-label={t('view.conditions')}
            w={190}
            value={join}
            onChange={next => next && onChange({ join: next, conditions })}
            data={(['all', 'any'] as const).map(value => ({ value, label: t(`view.join.${value}`) }))}
          />
          {place !== null && (
            <ActionIcon aria-label={t('view.removeGroup', { n: place })} onClick={() => onChange(null)}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
      )}
      <div ref={lines} className={classes['lines']}>
        {conditions.map((condition, index) => (
          <ConditionLine
            // Lines have no name of their own; a removed one takes its inputs along.
            key={`${conditions.length} ${index}`}
            condition={condition}
            onChange={next => set(index, next)}
            onRemove={() => onChange({ join, conditions: conditions.toSpliced(index, 1) })}
          />
        ))}
      </div>
      <Button
        variant="subtle"
        className={classes['add']}
        leftSection={<IconPlus size={14} />}
        disabled={conditions.length >= 50}
        onClick={() => onChange({ join, conditions: [...conditions, newCondition(nextField(conditions))] })}
      >
        {t('view.addCondition')}
      </Button>
    </div>
  )
}

const USUAL = ['state', 'owner', 'tier', 'tags', 'waiting', 'priority'] as const
/** The usual field that is not asked for yet. */
const nextField = (conditions: readonly Condition[]) =>
  USUAL.find(name => !conditions.some(({ field }) => field === name)) ?? 'tags'
