import { describe, expect, test } from 'vitest'
import { scoreByKey } from '../../../../shared/rules/surveys/score-key.ts'
import { SCORES } from '../../../../shared/rules/surveys/survey-guard.ts'

describe('a key chooses a score', () => {
  test('digits are themselves where the scale has them, and a ten is a 1 and a 0', () => {
    expect(scoreByKey('7', null, SCORES.nps)).toBe(7)
    expect(scoreByKey('0', 7, SCORES.nps)).toBe(0)
    expect(scoreByKey('0', 1, SCORES.nps)).toBe(10)
    expect(scoreByKey('1', 1, SCORES.nps)).toBe(1)
    expect(scoreByKey('5', 1, SCORES.csat)).toBe(5)
    expect(scoreByKey('0', 1, SCORES.csat)).toBeNull()
    expect(scoreByKey('8', null, SCORES.ces)).toBeNull()
  })

  test('arrows go on from the score so far and stay on the scale', () => {
    expect(scoreByKey('ArrowRight', null, SCORES.ces)).toBe(1)
    expect(scoreByKey('ArrowLeft', null, SCORES.ces)).toBe(7)
    expect(scoreByKey('ArrowDown', 7, SCORES.ces)).toBe(7)
    expect(scoreByKey('ArrowUp', 5, SCORES.csat)).toBe(4)
    expect(scoreByKey('Home', 9, SCORES.nps)).toBe(0)
    expect(scoreByKey('End', null, SCORES.nps)).toBe(10)
  })

  test('any other key chooses nothing', () => {
    expect(scoreByKey('a', 3, SCORES.nps)).toBeNull()
    expect(scoreByKey('Tab', 3, SCORES.nps)).toBeNull()
  })
})
