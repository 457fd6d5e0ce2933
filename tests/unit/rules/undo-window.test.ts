import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS } from '../../../shared/domain/values.ts'
import type { Channel } from '../../../shared/domain/values.ts'
import { limitsFor, MOST_UNDO_SECONDS, NO_OWN_UNDO, undoSeconds } from '../../../shared/rules/undo-window.ts'

const window = (channel: Channel, limits: { seconds: number; least: number; most: number }) => ({
  channel,
  ...limits,
})

describe('how long a reply rests', () => {
  test.each([
    ['email', 10],
    ['sms', 10],
    ['chat', 0],
    ['in-app', 0],
    ['phone', 0],
    ['walk-in', 0],
  ] as const)('%s without anybody having said anything: %i s', (channel, seconds) => {
    expect(undoSeconds(channel, { own: NO_OWN_UNDO, windows: [] })).toBe(seconds)
  })

  test('the team says it by channel, and an agent goes from it within the limits', () => {
    const windows = [window('email', { seconds: 20, least: 5, most: 30 })]
    const own = (seconds: number | null) => ({ seconds, byChannel: {} })
    expect(undoSeconds('email', { own: own(null), windows })).toBe(20)
    expect(undoSeconds('email', { own: own(25), windows })).toBe(25)
    expect(undoSeconds('email', { own: own(0), windows })).toBe(5)
    expect(undoSeconds('email', { own: own(60), windows })).toBe(30)
    expect(undoSeconds('sms', { own: own(60), windows })).toBe(60)
  })

  test('a choice for one channel goes before the one for all, which leaves conversations alone', () => {
    const own = { seconds: 30, byChannel: { email: 5, chat: 3 } }
    expect(undoSeconds('email', { own, windows: [] })).toBe(5)
    expect(undoSeconds('whatsapp', { own, windows: [] })).toBe(30)
    expect(undoSeconds('chat', { own, windows: [] })).toBe(3)
    expect(undoSeconds('in-app', { own, windows: [] })).toBe(0)
  })

  test('nothing rests by ways that only record what was said', () => {
    const windows = [window('phone', { seconds: 30, least: 30, most: 30 })]
    expect(undoSeconds('phone', { own: { seconds: 60, byChannel: { phone: 60 } }, windows })).toBe(0)
  })

  test('whatever stands in rows and settings, it is a whole number from 0 to 60 within the limits', () => {
    const any = fc.integer({ min: -1_000, max: 1_000 })
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.record({ seconds: any, least: any, most: any }),
        fc.option(any),
        (channel, limits, seconds) => {
          const windows = [window(channel, limits)]
          const found = undoSeconds(channel, { own: { seconds, byChannel: {} }, windows })
          const { least, most } = limitsFor(channel, windows)
          expect(Number.isInteger(found)).toBe(true)
          expect(least).toBeGreaterThanOrEqual(0)
          expect(most).toBeLessThanOrEqual(MOST_UNDO_SECONDS)
          expect(found === 0 || (found >= least && found <= most)).toBe(true)
        },
      ),
    )
  })
})
