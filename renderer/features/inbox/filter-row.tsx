import { Button, Popover } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describeCondition } from '../../../shared/rules/saved-views/describe.ts'
import { problemOf } from '../../../shared/rules/saved-views/problems.ts'
import type { Condition } from '../../../shared/rules/saved-views/rule.ts'
import { runCommand } from '../../commands/command-table.ts'
import { ConditionLine } from '../../components/conditions/condition-line.tsx'
import { newCondition } from '../../components/conditions/new-condition.ts'
import { useVocabulary } from '../../components/conditions/use-vocabulary.ts'
import { focusSoon } from '../../lib/focus-soon.ts'
import { askFilter, filterBy, useUi } from '../../stores/ui-store.ts'
import classes from './filter-row.module.css'

/** Conditions over the list in front: each can be changed where it stands, and together they can become a view. */
export function FilterRow() {
  const { t } = useTranslation()
  const filter = useUi(state => state.filter)
  const isAdding = useUi(state => state.isFiltering)
  const words = useVocabulary(filter)
  if (filter.length === 0 && !isAdding) return null
  return (
    <div className={classes['row']} role="group" aria-label={t('view.filter')}>
      {filter.map((condition, index) => (
        <FilterChip
          // Conditions have no name of their own, and two of them may be alike.
          key={`${index} ${condition.field}`}
          condition={condition}
          text={describeCondition(condition, words)}
          onChange={next => filterBy(next ? filter.with(index, next) : filter.toSpliced(index, 1))}
        />
      ))}
      <AddFilter filter={filter} isOpen={isAdding} />
      {filter.length > 0 && (
        <>
          <button type="button" className={classes['text']} onClick={() => runCommand('view.save')}>
            {t('view.saveAs')}
          </button>
          <button type="button" className={classes['text']} onClick={() => filterBy([])}>
            {t('view.clear')}
          </button>
        </>
      )}
    </div>
  )
}

type FilterChipProps = {
  readonly condition: Condition
  readonly text: string
  /** Null takes it away. */
  readonly onChange: (condition: Condition | null) => void
}

function FilterChip({ condition, text, onChange }: FilterChipProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <span className={classes['chip']}>
      <ConditionPopover
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        begin={condition}
        onDone={onChange}
        target={
          <button
            type="button"
            dir="auto"
            title={text}
            aria-label={t('view.changeFilter', { what: text })}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {text}
          </button>
        }
      />
      <button
        type="button"
        className={classes['off']}
        aria-label={t('view.removeCondition', { what: text })}
        onClick={() => onChange(null)}
      >
        <IconX aria-hidden />
      </button>
    </span>
  )
}

const FIRST = newCondition('tier')

function AddFilter({ filter, isOpen }: { readonly filter: readonly Condition[]; readonly isOpen: boolean }) {
  const { t } = useTranslation()
  return (
    <ConditionPopover
      isOpen={isOpen}
      onClose={() => askFilter(false)}
      begin={FIRST}
      onDone={condition => filterBy([...filter, condition])}
      target={
        <button
          type="button"
          className={classes['text']}
          aria-expanded={isOpen}
          onClick={() => askFilter(!isOpen)}
        >
          + {t('view.addFilter')}
        </button>
      }
    />
  )
}

type ConditionPopoverProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly begin: Condition
  readonly onDone: (condition: Condition) => void
  readonly target: React.ReactElement
}

/** Writes one condition. It counts as soon as it is whole and the popover closes; Escape leaves all as it was. */
function ConditionPopover({ isOpen, onClose, begin, onDone, target }: ConditionPopoverProps) {
  return (
    <Popover
      opened={isOpen}
      onDismiss={onClose}
      position="bottom-start"
      width={460}
      trapFocus
      returnFocus
      withRoles={false}
      closeOnEscape={false}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown className={classes['popover']}>
        {isOpen && <ConditionForm begin={begin} onDone={onDone} onClose={onClose} />}
      </Popover.Dropdown>
    </Popover>
  )
}

type FormProps = Pick<ConditionPopoverProps, 'begin' | 'onDone' | 'onClose'>

function ConditionForm({ begin, onDone, onClose }: FormProps) {
  const { t } = useTranslation()
  const [condition, setCondition] = useState(begin)
  const form = useRef<HTMLFormElement>(null)
  // The field is what is chosen first; typing finds it.
  useEffect(() => focusSoon(() => form.current?.querySelector('input')), [])
  const isWhole = problemOf(condition) === null
  const done = (): void => {
    if (!isWhole) return
    onClose()
    onDone(condition)
  }
  return (
    <form
      ref={form}
      aria-label={t('view.filter')}
      onSubmit={event => {
        event.preventDefault()
        done()
      }}
      onKeyDown={event => {
        // A list of choices that is open closes first.
        const isChoosing =
          event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
        if (event.key === 'Escape' && !isChoosing) onClose()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done()
      }}
    >
      <ConditionLine condition={condition} onChange={setCondition} onRemove={null} isInPopover />
      <div className={classes['foot']}>
        <Button type="submit" disabled={!isWhole}>
          {t('view.done')}
        </Button>
      </div>
    </form>
  )
}
