import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GivenAnswer } from '../../../../shared/domain/guides.ts'
import {
  answered,
  beginning,
  givenAt,
  progressOf,
  stepOf,
  takenBack,
} from '../../../../shared/rules/guides/run-guide.ts'
import type { RunState } from '../../../../shared/rules/guides/run-guide.ts'
import { aGuide, aStep, answerTo, goodTrees } from './random-guides.ts'

const given = (stepId: string, answer: string): GivenAnswer => ({
  stepId,
  answer,
  label: answer,
  note: null,
  atMs: 1,
  agentId: null,
})
const TREE = aGuide({
  steps: [
    aStep('light', [answerTo('green', 'sleep'), answerTo('red', null)]),
    aStep('sleep', [answerTo('stays', null), answerTo('gone', 'lease')]),
    aStep('lease', [{ ...answerTo('stays', null), end: 'solved' }]),
  ],
})
const LIST = aGuide({
  format: 'checklist',
  steps: [aStep('wipe'), { ...aStep('certificate'), isOptional: true }, aStep('label')],
})
const walk = (guide: typeof TREE, ...steps: readonly (readonly [string, string])[]): RunState =>
  steps.reduce<RunState>(
    (run, [stepId, answer]) => answered(guide, run, given(stepId, answer)) ?? run,
    beginning(guide),
  )

describe('a tree', () => {
  test('waits at its first step and follows the answers to its end', () => {
    expect(beginning(TREE)).toMatchObject({ stepId: 'light', state: 'running' })
    expect(walk(TREE, ['light', 'green'])).toMatchObject({ stepId: 'sleep', state: 'running', outcome: null })
    const end = walk(TREE, ['light', 'green'], ['sleep', 'gone'], ['lease', 'stays'])
    expect(end).toMatchObject({ stepId: null, state: 'finished', outcome: 'solved' })
    expect(end.answers.map(({ stepId }) => stepId)).toEqual(['light', 'sleep', 'lease'])
  })

  test('answers an earlier step anew: what followed from the old answer is gone', () => {
    const run = walk(TREE, ['light', 'green'], ['sleep', 'gone'], ['light', 'red'])
    expect(run).toMatchObject({ state: 'finished', outcome: 'done' })
    expect(run.answers.map(({ answer }) => answer)).toEqual(['red'])
  })

  test('refuses a step it does not wait at and an answer nobody offers', () => {
    expect(answered(TREE, beginning(TREE), given('lease', 'stays'))).toBeNull()
    expect(answered(TREE, beginning(TREE), given('light', 'blue'))).toBeNull()
    expect(takenBack(TREE, beginning(TREE), 'light')).toBeNull()
  })
})

describe('a checklist', () => {
  test('is ticked in any order, and is finished when nothing is left', () => {
    const run = walk(LIST, ['label', 'done'], ['wipe', 'done'])
    expect(run).toMatchObject({ state: 'running', stepId: null })
    expect(progressOf(LIST, run)).toEqual({ done: 2, of: 3, left: ['Step certificate'], needed: [] })
    expect(walk(LIST, ['label', 'done'], ['wipe', 'done'], ['certificate', 'skipped'])).toMatchObject({
      state: 'finished',
    })
  })

  test('names what is required before what is only wanted', () => {
    expect(progressOf(LIST, beginning(LIST)).left).toEqual(['Step wipe', 'Step label', 'Step certificate'])
  })

  test('opens again when a tick is taken back', () => {
    const all = walk(LIST, ['label', 'done'], ['wipe', 'done'], ['certificate', 'done'])
    expect(takenBack(LIST, all, 'wipe')).toMatchObject({ state: 'running', outcome: null })
  })
})

/** A walk through a tree by drawing an answer at each step. */
const walks = fc.tuple(goodTrees, fc.array(fc.nat(), { maxLength: 20 }))

describe('any walk', () => {
  test('ends, visits no step twice, and every step follows from the answer before', () => {
    fc.assert(
      fc.property(walks, ([guide, draws]) => {
        let run: RunState = beginning(guide)
        for (const draw of draws) {
          const step = stepOf(guide, run.stepId)
          const chosen = step?.answers[draw % step.answers.length]
          if (!step || !chosen) break
          run = answered(guide, run, given(step.id, chosen.id)) ?? run
          expect(run.stepId).toBe(chosen.next)
        }
        const visited = run.answers.map(({ stepId }) => stepId)
        expect(new Set(visited).size).toBe(visited.length)
        expect(visited.length).toBeLessThanOrEqual(guide.steps.length)
        expect(run.state === 'running').toBe(run.stepId !== null)
      }),
    )
  })

  test('an answer taken back is as if it had never been given', () => {
    fc.assert(
      fc.property(walks, ([guide, draws]) => {
        const runs: RunState[] = [beginning(guide)]
        for (const draw of draws) {
          const run = runs.at(-1) ?? beginning(guide)
          const step = stepOf(guide, run.stepId)
          const chosen = step?.answers[draw % step.answers.length]
          const next = step && chosen && answered(guide, run, given(step.id, chosen.id))
          if (!step || !next) break
          expect(takenBack(guide, next, step.id)).toEqual(run)
          expect(givenAt(next, step.id)?.answer).toBe(chosen.id)
          runs.push(next)
        }
        const last = runs.at(-1) ?? beginning(guide)
        for (const [index, run] of runs.slice(0, -1).entries()) {
          const stepId = last.answers[index]?.stepId ?? ''
          expect(takenBack(guide, last, stepId)).toEqual(run)
        }
      }),
    )
  })
})
