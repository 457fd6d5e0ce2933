import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GuideStep } from '../../../../shared/domain/guides.ts'
import { guideProblems } from '../../../../shared/rules/guides/guide-problems.ts'
import { aGuide, aStep, answerTo, goodTrees } from './random-guides.ts'

const problemsOf = (steps: readonly GuideStep[]) => guideProblems(aGuide({ steps: [...steps] }))

describe('what is wrong is named with its place', () => {
  test('a step nothing leads to', () => {
    expect(problemsOf([aStep('one', [answerTo('yes', null)]), aStep('two', [answerTo('no', null)])])).toEqual(
      [{ what: 'unreachable', at: 'steps.1' }],
    )
  })

  test('a way that leads back to where it came from', () => {
    const steps = [
      aStep('one', [answerTo('go', 'two'), answerTo('end', null)]),
      aStep('two', [answerTo('end', null), answerTo('again', 'one')]),
    ]
    expect(problemsOf(steps)).toEqual([{ what: 'cycle', at: 'steps.1.answers.1' }])
  })

  test('a step without an answer, an answer without a way, a way to nowhere, and one with two ways', () => {
    const steps = [
      aStep('one', [
        answerTo('empty', 'two'),
        { ...answerTo('lost', null), end: null },
        answerTo('gone', 'three'),
        { ...answerTo('both', 'two'), end: 'done' },
      ]),
      aStep('two'),
    ]
    expect(problemsOf(steps)).toEqual([
      { what: 'way-missing', at: 'steps.0.answers.1' },
      { what: 'next-unknown', at: 'steps.0.answers.2' },
      { what: 'way-double', at: 'steps.0.answers.3' },
      { what: 'branch-missing', at: 'steps.1' },
    ])
  })

  test('names that are missing or stand twice, ends and results nobody knows', () => {
    const odd = { ...answerTo('x', null), label: ' ', end: 'somehow', result: 'fixed' }
    const steps = [
      aStep('one', [answerTo('x', 'two'), odd]),
      { ...aStep('two', [answerTo('y', null)]), title: '' },
      aStep('two', [answerTo('z', null)]),
    ]
    const whats = problemsOf(steps).map(({ what, at }) => `${what} ${at}`)
    expect(whats).toEqual([
      'answer-twice steps.0.answers.1',
      'answer-label-missing steps.0.answers.1',
      'end-unknown steps.0.answers.1',
      'result-wrong steps.0.answers.1',
      'step-title-missing steps.1',
      'step-twice steps.2',
    ])
  })

  test('answers in a checklist, and no steps at all', () => {
    const steps = [aStep('one', [answerTo('yes', null)])]
    expect(guideProblems(aGuide({ format: 'checklist', steps }))).toEqual([
      { what: 'answers-unwanted', at: 'steps.0' },
    ])
    expect(guideProblems(aGuide({ steps: [], title: ' ', key: 'No Key' }))).toEqual([
      { what: 'key-wrong', at: 'key' },
      { what: 'title-missing', at: 'title' },
      { what: 'no-steps', at: 'steps' },
    ])
  })
})

/** Steps that can be come to, found by trying again and again: slow and obvious. */
function reachedSlowly(steps: readonly GuideStep[]): ReadonlySet<string> {
  const reached = new Set(steps.slice(0, 1).map(({ id }) => id))
  for (let round = 0; round < steps.length; round += 1) {
    for (const { id, answers } of steps)
      if (reached.has(id)) for (const { next } of answers) if (next !== null) reached.add(next)
  }
  return reached
}

/** Whether one can come back to a step by walking on: tried for every step by itself. */
const hasLoop = (steps: readonly GuideStep[]): boolean =>
  steps.some(step => {
    const after = step.answers.flatMap(({ next }) => next ?? [])
    const others = [
      aStep(
        'begin',
        after.map((next, index) => answerTo(`${index}`, next)),
      ),
      ...steps,
    ]
    return reachedSlowly(others).has(step.id) && reachedSlowly(steps).has(step.id)
  })

describe('any tree', () => {
  test('that leads somewhere from every step has no problem', () => {
    fc.assert(
      fc.property(goodTrees, guide => {
        expect(guideProblems(guide)).toEqual([])
      }),
    )
  })

  test('is judged like the slow reference judges it', () => {
    const anyStep = (count: number) =>
      fc.array(fc.integer({ min: 0, max: count }), { minLength: 1, maxLength: 3 })
    const anySteps = fc
      .integer({ min: 1, max: 6 })
      .chain(count => fc.array(anyStep(count), { minLength: count, maxLength: count }))
    fc.assert(
      fc.property(anySteps, drawn => {
        const steps = drawn.map((ways, index) =>
          aStep(
            `s${index}`,
            ways.map((way, at) => answerTo(`a${at}`, way < drawn.length ? `s${way}` : null)),
          ),
        )
        const problems = problemsOf(steps)
        const lost = steps.filter(({ id }) => !reachedSlowly(steps).has(id)).map(({ id }) => id)
        const named = problems
          .filter(({ what }) => what === 'unreachable')
          .map(({ at }) => steps[Number(at.split('.')[1])]?.id)
        expect(named).toEqual(lost)
        expect(problems.some(({ what }) => what === 'cycle')).toBe(hasLoop(steps))
      }),
      { numRuns: 300 },
    )
  })
})
