import { useEffect } from 'react'
import type { FirstStepsView } from '../../shared/contract/training.ts'
import type { FirstSteps } from '../../shared/domain/training.ts'
import { stepLines, toNote } from '../../shared/rules/training/first-steps.ts'
import type { StepLine } from '../../shared/rules/training/first-steps.ts'
import { useAgent } from '../stores/session-store.ts'
import { markSteps } from './training-intents.ts'
import { useLiveValue } from './use-live-query.ts'

export const useFirstSteps = (): FirstStepsView | null => useLiveValue('firstSteps.get', {})

/** The lines of somebody's first steps. What one's own count shows as done is noted, so that a companion sees it. */
export function useOwnSteps(steps: FirstSteps, practised: number): readonly StepLine[] {
  const me = useAgent()
  const lists = useLiveValue('trainingLists.list', {})
  const own = lists?.find(({ key }) => key === 'first-steps')?.items ?? []
  const lines = stepLines(steps, { practised, own })
  const missing = steps.newAgentId === me?.id ? toNote(lines, steps).join(' ') : ''
  useEffect(() => {
    if (missing !== '') void markSteps(steps, missing.split(' '))
    // Noted once for what is missing, not for every new copy of the row.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the row only names where it is noted
  }, [missing, steps.id])
  return lines
}
