import type { FirstSteps, TrainingItem } from '../../domain/training.ts'

/** What everybody does in the first days; the words are in the locale files. */
export const FIRST_STEPS = [
  'view',
  'palette',
  'status',
  'reply',
  'note',
  'offline',
  'guide',
  'practice',
  'stories',
] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

export const CASES_TO_PRACTISE = 3
export const STORIES_TO_READ = 2

/** Under which key a story that was read is noted. */
export const readKey = (storyId: string): string => `read:${storyId}`
/** Under which key a step of the team's own is noted. */
export const ownStepKey = (itemId: string): string => `own:${itemId}`

export type StepLine = {
  readonly key: string
  /** Of the team's own steps their words; null: one that everybody has. */
  readonly text: string | null
  readonly isDone: boolean
  /** Where it takes more than one: how many are done, and of how many. */
  readonly amount: readonly [done: number, all: number] | null
}

function countOf(
  step: FirstStep,
  done: FirstSteps['done'],
  practised: number,
): readonly [number, number] | null {
  if (step === 'practice') return [Math.min(practised, CASES_TO_PRACTISE), CASES_TO_PRACTISE]
  if (step !== 'stories') return null
  const read = Object.keys(done).filter(key => key.startsWith('read:')).length
  return [Math.min(read, STORIES_TO_READ), STORIES_TO_READ]
}

/**
 * Every step and whether it is done: those everybody has by what was really done, those of the team by the new agent's
 * word. What was done once stays done. Pure.
 */
export function stepLines(
  { done }: Pick<FirstSteps, 'done'>,
  { practised, own }: { readonly practised: number; readonly own: readonly TrainingItem[] },
): readonly StepLine[] {
  const common = FIRST_STEPS.map((key): StepLine => {
    const amount = countOf(key, done, practised)
    const isCounted = amount !== null && amount[0] >= amount[1]
    const isDone = done[key] !== undefined || isCounted
    return { key, text: null, isDone, amount: isDone ? null : amount }
  })
  const team = own.map(({ id, text }): StepLine => {
    const key = ownStepKey(id)
    return { key, text, isDone: done[key] !== undefined, amount: null }
  })
  return [...common, ...team]
}

/** Steps that are done by being counted and not noted yet: whoever accompanies sees what is noted. */
export const toNote = (lines: readonly StepLine[], { done }: Pick<FirstSteps, 'done'>): readonly string[] =>
  lines.filter(({ key, isDone }) => isDone && done[key] === undefined).map(({ key }) => key)
