import type { GivenAnswer, Guide, GuideRun, GuideStep } from '../../domain/guides.ts'

type Course = Pick<Guide, 'format' | 'steps'>
export type RunState = Pick<GuideRun, 'answers' | 'stepId' | 'state' | 'outcome'>

/** What a person says at a step of a checklist. */
export const TICKS = ['done', 'skipped'] as const
export type Tick = (typeof TICKS)[number]
const isTick = (answer: string): boolean => TICKS.some(each => each === answer)

export const stepOf = ({ steps }: Course, stepId: string | null): GuideStep | null =>
  steps.find(({ id }) => id === stepId) ?? null

const isChecklist = ({ format }: Course): boolean => format === 'checklist'

/** Where a run stands before anything was answered. */
export const beginning = (guide: Course): RunState => ({
  state: 'running',
  stepId: isChecklist(guide) ? null : (guide.steps[0]?.id ?? null),
  answers: [],
  outcome: null,
})

export const givenAt = ({ answers }: Pick<RunState, 'answers'>, stepId: string): GivenAnswer | null =>
  answers.find(each => each.stepId === stepId) ?? null

/** A step can be answered where the run waits, and again where it was. */
export function mayAnswer(guide: Course, run: RunState, stepId: string): boolean {
  if (!stepOf(guide, stepId)) return false
  return isChecklist(guide) || run.stepId === stepId || givenAt(run, stepId) !== null
}

function tick({ steps }: Course, run: RunState, answers: readonly GivenAnswer[]): RunState {
  const isAll = steps.every(({ id }) => givenAt({ answers: [...answers] }, id) !== null)
  const isOver = run.state === 'stopped'
  return {
    ...run,
    answers: [...answers],
    stepId: null,
    state: isOver ? 'stopped' : isAll ? 'finished' : 'running',
    outcome: isOver ? run.outcome : isAll ? 'done' : null,
  }
}

/** The answers before a step: what came after an answer that changes no longer follows from it. */
function until({ answers }: RunState, stepId: string): readonly GivenAnswer[] {
  const index = answers.findIndex(each => each.stepId === stepId)
  return index < 0 ? answers : answers.slice(0, index)
}

/** A step and what is said there; its `answer` is the id of one of the answers, or 'done' or 'skipped'. */
export function answered(guide: Course, run: RunState, given: GivenAnswer): RunState | null {
  if (!mayAnswer(guide, run, given.stepId)) return null
  if (isChecklist(guide)) {
    if (!isTick(given.answer)) return null
    return tick(guide, run, [...run.answers.filter(({ stepId }) => stepId !== given.stepId), given])
  }
  const chosen = stepOf(guide, given.stepId)?.answers.find(({ id }) => id === given.answer)
  if (!chosen) return null
  const next = stepOf(guide, chosen.next)
  return {
    answers: [...until(run, given.stepId), given],
    stepId: next?.id ?? null,
    state: next ? 'running' : 'finished',
    outcome: next ? null : (chosen.end ?? 'done'),
  }
}

/** Takes an answer back: a tree waits at that step again, with everything after it gone. */
export function takenBack(guide: Course, run: RunState, stepId: string): RunState | null {
  if (givenAt(run, stepId) === null) return null
  if (isChecklist(guide))
    return tick(
      guide,
      run,
      run.answers.filter(each => each.stepId !== stepId),
    )
  return { answers: [...until(run, stepId)], stepId, state: 'running', outcome: null }
}

export type Progress = {
  readonly done: number
  /** Null: of a tree nobody knows. */
  readonly of: number | null
  /** Titles of what was not answered, required steps first. */
  readonly left: readonly string[]
  /** Those of them without which it is not finished. */
  readonly needed: readonly string[]
}

/** How far a run is: of a checklist with what is left, required steps first; of a tree nobody knows how many follow. */
export function progressOf(guide: Course, run: RunState): Progress {
  const done = run.answers.length
  if (!isChecklist(guide)) {
    const waiting = stepOf(guide, run.stepId)
    const left = run.state === 'running' && waiting ? [waiting.title] : []
    return { done, of: null, left, needed: left }
  }
  const open = guide.steps.filter(({ id }) => givenAt(run, id) === null)
  const titles = (isOptional: boolean): readonly string[] =>
    open.filter(step => step.isOptional === isOptional).map(({ title }) => title)
  const needed = titles(false)
  return { done, of: guide.steps.length, left: [...needed, ...titles(true)], needed }
}
