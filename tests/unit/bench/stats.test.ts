import { describe, expect, test } from 'vitest'
import { median, quantile, spread } from '../../../bench/lib/stats.ts'

describe('figures of a bench', () => {
  test('a quantile is a sample, by nearest rank, whatever the order they came in', () => {
    const samples = [5, 1, 4, 2, 3]
    expect(quantile(samples, 0)).toBe(1)
    expect(median(samples)).toBe(3)
    expect(quantile(samples, 0.8)).toBe(4)
    expect(quantile(samples, 1)).toBe(5)
  })

  test('one slow operation in a hundred shows in p99 only when there are more than a hundred', () => {
    const calm = Array.from({ length: 99 }, () => 1)
    expect(quantile([...calm, 50], 0.99)).toBe(1)
    expect(quantile([...calm, 50, 50], 0.99)).toBe(50)
  })

  test('nothing measured is no number', () => {
    expect(median([])).toBeNaN()
  })

  test('the spread is the middle half of the samples against their median', () => {
    expect(spread([10, 10, 10, 10])).toBe(0)
    expect(spread([8, 9, 10, 11, 12])).toBeCloseTo(0.2)
    expect(spread([1, 10, 10, 10, 100])).toBe(0)
    expect(spread([0, 0])).toBe(0)
  })
})
