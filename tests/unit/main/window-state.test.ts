import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeWindow, readWindowState } from '../../../main/app/window-state.ts'

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const desk = { x: 1440, y: -200, width: 2560, height: 1400 }
type Size = { readonly width: number; readonly height: number }
const state = (x: number, y: number, size: Size = { width: 1000, height: 700 }) => ({
  x,
  y,
  ...size,
  isMaximized: false,
})

describe('the window opens', () => {
  test('in the middle of the first display at first', () => {
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1920, height: 1040 }])).toEqual({
      x: 240,
      y: 70,
      width: 1440,
      height: 900,
    })
  })

  test('where it was', () => {
    expect(placeWindow(state(1600, 100), [laptop, desk])).toEqual({
      x: 1600,
      y: 100,
      width: 1000,
      height: 700,
    })
  })

  test('on the first display when the one it was on is gone', () => {
    expect(placeWindow(state(1600, 100), [laptop])).toEqual({ x: 220, y: 100, width: 1000, height: 700 })
  })

  test('pulled back whole when it hung over the edge', () => {
    expect(placeWindow(state(1200, -50), [laptop])).toEqual({ x: 440, y: 0, width: 1000, height: 700 })
  })

  test('no larger than the display', () => {
    expect(placeWindow(state(0, 0, { width: 5000, height: 5000 }), [laptop])).toEqual(laptop)
  })

  test('always within one of the displays, whatever was remembered', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 })
    fc.assert(
      fc.property(fc.tuple(number, number), fc.record({ width: number, height: number }), ([x, y], size) => {
        const placed = placeWindow(state(x, y, size), [laptop, desk])
        const isWithin = [laptop, desk].some(
          area =>
            placed.x >= area.x &&
            placed.y >= area.y &&
            placed.x + placed.width <= area.x + area.width &&
            placed.y + placed.height <= area.y + area.height,
        )
        expect(isWithin).toBe(true)
      }),
    )
  })
})

test.each([
  null,
  [],
  {},
  { console: { x: 'left' } },
  { console: { x: 1.5, y: 0, width: 1, height: 1, isMaximized: true } },
])('a remembered state like %j counts as none', raw => {
  expect(readWindowState({ read: () => raw, write: () => {}, wasReset: false }, 'console')).toBeNull()
})
