import type { PlanStep, TemplateStep } from '../../domain/plans.ts'

type Step = Pick<PlanStep, 'state'>

/** Nothing of it is left to do, and something of it was there. */
export const planEnds = (steps: readonly Step[]): boolean =>
  steps.length > 0 && steps.every(({ state }) => state === 'done' || state === 'skipped')

export type Progress<S> = {
  /** Steps done, of those that are not left out. */
  readonly done: number
  readonly all: number
  /** The open step that comes first: by its place, whatever its time. Null: none is open. */
  readonly next: S | null
  /** Open steps whose time is over. */
  readonly late: number
}

/** How far a plan is. */
export function progressOf<S extends Pick<PlanStep, 'state' | 'position' | 'dueAtMs'>>(
  steps: readonly S[],
  nowMs: number,
): Progress<S> {
  const open = steps.filter(({ state }) => state === 'open')
  const next = open.toSorted((a, b) => a.position - b.position || a.dueAtMs - b.dueAtMs)[0] ?? null
  const counted = steps.filter(({ state }) => state !== 'skipped')
  return {
    done: counted.filter(({ state }) => state === 'done').length,
    all: counted.length,
    next,
    late: open.filter(({ dueAtMs }) => dueAtMs < nowMs).length,
  }
}

const SATURDAY = 6

/** The day so many days later, and then the next that is no Saturday or Sunday; hours as given. Local time of this computer. */
function workDay(startMs: number, days: number, hour: number): number {
  const date = new Date(startMs)
  date.setDate(date.getDate() + days)
  date.setHours(hour, 0, 0, 0)
  while (date.getDay() === 0 || date.getDay() === SATURDAY) date.setDate(date.getDate() + 1)
  return date.getTime()
}

const DUE_HOUR = 17

export type PlannedStep = {
  readonly title: string
  readonly kind: TemplateStep['kind']
  readonly dueAtMs: number
  readonly ownerId: string | null
}

/**
 * Steps of a template with their days, in its order. They fall due at five in the afternoon of a working day, never
 * before the one they follow.
 */
export function plannedSteps(
  steps: readonly TemplateStep[],
  { startMs, ownerId }: { readonly startMs: number; readonly ownerId: string | null },
): readonly PlannedStep[] {
  let earliest = 0
  return steps.map(({ title, kind, days, owner }) => {
    earliest = Math.max(earliest, workDay(startMs, days, DUE_HOUR))
    return { title, kind, dueAtMs: earliest, ownerId: owner === 'owner' ? ownerId : null }
  })
}
