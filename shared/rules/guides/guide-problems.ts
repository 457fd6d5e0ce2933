import { TRY_RESULTS } from '../../domain/diagnosis.ts'
import { GUIDE_ENDS } from '../../domain/guides.ts'
import type { Guide, GuideAnswer, GuideFormat, GuideStep } from '../../domain/guides.ts'

/** What people write of a guide; version, activity and who wrote it are not theirs to choose. */
export type GuideContent = Pick<
  Guide,
  'key' | 'title' | 'summary' | 'language' | 'tags' | 'fits' | 'steps'
> & {
  readonly format: GuideFormat
}

export const GUIDE_PROBLEMS = [
  'key-wrong',
  'title-missing',
  'no-steps',
  'step-id-missing',
  'step-twice',
  'step-title-missing',
  'branch-missing',
  'answers-unwanted',
  'answer-id-missing',
  'answer-twice',
  'answer-label-missing',
  'way-missing',
  'way-double',
  'next-unknown',
  'end-unknown',
  'result-wrong',
  'notes-wrong',
  'unreachable',
  'cycle',
] as const
/** `at` names the place: 'title', 'steps.2', 'steps.2.answers.1'. */
export type GuideProblem = { readonly what: (typeof GUIDE_PROBLEMS)[number]; readonly at: string }

const KEY = /^[a-z0-9][a-z0-9-]{0,79}$/u
const isBlank = (text: string): boolean => text.trim() === ''
const isIn = (values: readonly string[], value: string | null): boolean =>
  value === null || values.includes(value)

type What = GuideProblem['what']
const found = (isWrong: boolean, what: What, at: string): readonly GuideProblem[] =>
  isWrong ? [{ what, at }] : []

function answerProblems(
  { answers, notes }: GuideStep,
  ids: ReadonlySet<string>,
  at: string,
): readonly GuideProblem[] {
  return answers.flatMap(({ id, label, next, end, result }, index): readonly GuideProblem[] => {
    const place = `${at}.answers.${index}`
    return [
      ...found(isBlank(id), 'answer-id-missing', place),
      ...found(!isBlank(id) && answers.findIndex(each => each.id === id) < index, 'answer-twice', place),
      ...found(isBlank(label), 'answer-label-missing', place),
      ...found(next === null && end === null, 'way-missing', place),
      ...found(next !== null && end !== null, 'way-double', place),
      ...found(next !== null && !ids.has(next), 'next-unknown', place),
      ...found(!isIn(GUIDE_ENDS, end), 'end-unknown', place),
      ...found(!isIn(TRY_RESULTS, result) || (result !== null && notes !== 'tried'), 'result-wrong', place),
    ]
  })
}

function stepProblems({ format, steps }: GuideContent): readonly GuideProblem[] {
  const ids = new Set(steps.map(({ id }) => id))
  return steps.flatMap((step, index): readonly GuideProblem[] => {
    const at = `steps.${index}`
    const isTwice = steps.findIndex(({ id }) => id === step.id) < index
    return [
      ...found(isBlank(step.id), 'step-id-missing', at),
      ...found(!isBlank(step.id) && isTwice, 'step-twice', at),
      ...found(isBlank(step.title), 'step-title-missing', at),
      ...found(!isIn(['asked', 'tried'], step.notes), 'notes-wrong', at),
      ...found(format === 'tree' && step.answers.length === 0, 'branch-missing', at),
      ...found(format === 'checklist' && step.answers.length > 0, 'answers-unwanted', at),
      ...(format === 'tree' ? answerProblems(step, ids, at) : []),
    ]
  })
}

type Walk = { readonly reached: ReadonlySet<string>; readonly closing: readonly string[] }

/** Everything that can be reached from the first step, and the answers that lead back to where one came from. */
function walkTree(steps: readonly GuideStep[]): Walk {
  const places = new Map(steps.map((step, index) => [step.id, index]).toReversed() as [string, number][])
  const reached = new Set<string>()
  const path = new Set<string>()
  const closing: string[] = []
  const follow = ({ next }: GuideAnswer, at: string): void => {
    const place = next === null ? undefined : places.get(next)
    const step = place === undefined ? undefined : steps[place]
    if (!step) return
    if (path.has(step.id)) closing.push(at)
    else if (!reached.has(step.id)) visit(step, place ?? 0)
  }
  const visit = (step: GuideStep, index: number): void => {
    reached.add(step.id)
    path.add(step.id)
    for (const [at, answer] of step.answers.entries()) follow(answer, `steps.${index}.answers.${at}`)
    path.delete(step.id)
  }
  const first = steps[0]
  if (first) visit(first, 0)
  return { reached, closing }
}

function wayProblems({ format, steps }: GuideContent): readonly GuideProblem[] {
  if (format !== 'tree') return []
  const { reached, closing } = walkTree(steps)
  return [
    ...steps.flatMap(({ id }, index) => found(!reached.has(id), 'unreachable', `steps.${index}`)),
    ...closing.map(at => ({ what: 'cycle', at }) as const),
  ]
}

/** Everything that is wrong with a guide, each with its place; empty when people can be led by it. Pure. */
export function guideProblems(content: GuideContent): readonly GuideProblem[] {
  return [
    ...found(!KEY.test(content.key), 'key-wrong', 'key'),
    ...found(isBlank(content.title), 'title-missing', 'title'),
    ...found(content.steps.length === 0, 'no-steps', 'steps'),
    ...stepProblems(content),
    ...wayProblems(content),
  ]
}
