import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GuideStep } from '../../../../shared/domain/guides.ts'
import {
  freshAnswer,
  freshGuide,
  freshStep,
  keyFrom,
  ledTo,
  movedUp,
  notedAs,
  shapedAs,
  wayOf,
  withoutStep,
} from '../../../../shared/rules/guides/edit-guide.ts'
import { guideProblems } from '../../../../shared/rules/guides/guide-problems.ts'

const kindsOf = (steps: readonly GuideStep[]) =>
  guideProblems({ ...freshGuide('en'), key: 'k', title: 'T', steps: [...steps] }).map(({ what }) => what)

/** Steps that were added, led somewhere and removed in any order, as an editor does. */
const edits = fc.array(
  fc.record({ act: fc.constantFrom('add', 'remove', 'up', 'answer', 'lead'), a: fc.nat(9), b: fc.nat(9) }),
  { maxLength: 30 },
)
function edited(script: readonly { readonly act: string; readonly a: number; readonly b: number }[]) {
  let steps: readonly GuideStep[] = freshGuide('en').steps
  for (const { act, a, b } of script) {
    const index = steps.length === 0 ? 0 : a % steps.length
    const step = steps[index]
    if (act === 'add') steps = [...steps, { ...freshStep(steps), answers: [freshAnswer([])] }]
    if (!step) continue
    if (act === 'remove') steps = withoutStep(steps, step.id)
    if (act === 'up') steps = movedUp(steps, index)
    if (act === 'answer')
      steps = steps.with(index, { ...step, answers: [...step.answers, freshAnswer(step.answers)] })
    if (act === 'lead') {
      const way = b === 0 ? 'end solved' : `next ${steps[b % steps.length]?.id ?? ''}`
      steps = steps.with(index, { ...step, answers: step.answers.map(answer => ledTo(answer, way)) })
    }
  }
  return steps
}

test('however steps are added, led and removed: ids stay distinct and nothing leads to a step that is gone', () => {
  fc.assert(
    fc.property(edits, script => {
      const problems = kindsOf(edited(script))
      for (const never of [
        'step-twice',
        'step-id-missing',
        'answer-twice',
        'answer-id-missing',
        'next-unknown',
        'way-double',
      ])
        expect(problems).not.toContain(never)
    }),
  )
})

test('a way is what it was set to, and an answer has one', () => {
  for (const way of ['', 'next s 2', 'end solved']) expect(wayOf(ledTo(freshAnswer([]), way))).toBe(way)
  expect(
    kindsOf([
      { ...freshStep([]), title: 'A', answers: [{ ...ledTo(freshAnswer([]), 'next s1'), label: 'x' }] },
    ]),
  ).toEqual(['cycle'])
})

test('a checklist loses its answers, a tree begins with one; results stay with steps that are tried', () => {
  const guide = freshGuide('de')
  const list = shapedAs(guide, 'checklist')
  expect(list.steps[0]?.answers).toEqual([])
  expect(shapedAs(list, 'tree').steps[0]?.answers).toHaveLength(1)
  const step = { ...freshStep([]), notes: 'tried', answers: [{ ...freshAnswer([]), result: 'fixed' }] }
  expect(notedAs(step, 'tried').answers[0]?.result).toBe('fixed')
  expect(notedAs(step, 'asked').answers[0]?.result).toBeNull()
})

test('a key fits the rule of keys whatever the title, and is never one that is taken', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 5 }), (title, times) => {
      const taken: string[] = []
      for (let time = 0; time <= times; time += 1) {
        const key = keyFrom(title, taken)
        expect(key).toMatch(/^[a-z0-9][a-z0-9-]{0,79}$/u)
        expect(taken).not.toContain(key)
        taken.push(key)
      }
    }),
  )
  expect(keyFrom('Gerät koppelt nicht', [])).toBe('gerat-koppelt-nicht')
})
