import { IconSchool } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../commands/command-table.ts'
import { useFirstSteps, useOwnSteps } from '../../data/use-first-steps.ts'
import type { FirstSteps } from '../../../shared/domain/training.ts'
import classes from './training.module.css'

/** Below the list while a new agent has steps to take: gone when all are done, or put aside. */
export function FirstStepsLine() {
  const found = useFirstSteps()
  if (!found?.own || found.own.isHidden) return null
  return <Progress steps={found.own} practised={found.practised} />
}

function Progress({ steps, practised }: { readonly steps: FirstSteps; readonly practised: number }) {
  const { t } = useTranslation()
  const lines = useOwnSteps(steps, practised)
  const done = lines.filter(({ isDone }) => isDone).length
  if (done === lines.length) return null
  return (
    <button type="button" className={classes['progress']} onClick={() => runCommand('firstSteps.open')}>
      <IconSchool size={16} aria-hidden />
      <span>{t('training.first.line', { done, all: lines.length })}</span>
    </button>
  )
}
