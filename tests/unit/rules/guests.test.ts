import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PRIORITIES } from '../../../shared/domain/values.ts'
import { knownAnswers } from '../../../shared/rules/guests/known-answer.ts'
import { maskContacts, withMasked } from '../../../shared/rules/guests/mask-contacts.ts'
import { soundsAngry } from '../../../shared/rules/guests/sounds-angry.ts'
import { suitsGuest } from '../../../shared/rules/guests/suits-guest.ts'
import type { GuestFacts } from '../../../shared/rules/guests/suits-guest.ts'
import { isStayOver, mayAskFor } from '../../../shared/rules/guests/what-guests-may.ts'

const calm: GuestFacts = {
  priority: 'normal',
  hasIncident: false,
  soundsAngry: false,
  isForColleagues: false,
  isTaken: false,
  hasKnownAnswer: false,
}
const facts = fc.record({
  priority: fc.constantFrom(...PRIORITIES),
  hasIncident: fc.boolean(),
  soundsAngry: fc.boolean(),
  isForColleagues: fc.boolean(),
  isTaken: fc.boolean(),
  hasKnownAnswer: fc.boolean(),
})

describe('what suits a guest', () => {
  test('nothing that hurts when it goes wrong', () => {
    fc.assert(
      fc.property(facts, each => {
        const { hasIncident, isForColleagues, isTaken, priority } = each
        const hurts = hasIncident || each.soundsAngry || isForColleagues || isTaken
        const isLoud = priority === 'high' || priority === 'urgent'
        expect(suitsGuest(each) === null).toBe(hurts || isLoud)
      }),
    )
  })

  test('a known answer goes before everything else, and says so first', () => {
    fc.assert(
      fc.property(facts, each => {
        const known = suitsGuest({ ...each, hasKnownAnswer: true })
        const other = suitsGuest({ ...calm, priority: 'low' })
        if (known === null || other === null) return
        expect(known.rank).toBeGreaterThan(other.rank)
        expect(known.reasons[0]).toBe('known-answer')
      }),
    )
    expect(suitsGuest({ ...calm, priority: 'low' })?.reasons).toEqual(['low-priority', 'calm'])
    expect(suitsGuest(calm)?.reasons).toEqual(['not-urgent', 'calm'])
  })
})

describe('a known answer', () => {
  const find = knownAnswers([
    { title: 'Return a device within 30 days' },
    { title: 'Pair the scanner again' },
    { title: 'Invoice' },
  ])

  test('says the same in its title, in any form of the words', () => {
    expect(find('My scanner does not pair any more. How do I pair it again?')?.title).toBe(
      'Pair the scanner again',
    )
    expect(find('We would like to return two devices, it has been 12 days of the 30')?.title).toBe(
      'Return a device within 30 days',
    )
  })

  test('one word in common is none', () => {
    expect(find('Where is my invoice?')).toBeNull()
    expect(find('')).toBeNull()
  })
})

test.each([
  ['This is unacceptable. I want my money back', true],
  ['WHY DOES NOBODY ANSWER', true],
  ['Das ist eine Frechheit', true],
  ['C’est inacceptable', true],
  ['Still not here!!', true],
  ['Hello, could you tell me how to change the address? Thank you!', false],
  ['The LED of the TS80 is off', false],
  ['返品の返金はいつ届きますか', false],
])('%s: angry %s', (text, isAngry) => {
  expect(soundsAngry(text)).toBe(isAngry)
})

test('guests may ask for what is named, others for everything', () => {
  expect([mayAskFor('guest', 'proposal.make'), mayAskFor('guest', 'ticket.reply')]).toEqual([true, false])
  expect([mayAskFor('guest', 'thing.ofTomorrow'), mayAskFor('agent', 'thing.ofTomorrow')]).toEqual([
    false,
    true,
  ])
})

describe('what was masked in words a guest gives back', () => {
  const standing =
    'Call +34 600 123 456 or +49 171 555 1256, mail ana.ruiz@reach.example (ana.ruiz@reach.example)'

  test('is put back as it stands, also beside words of their own, and two that look alike in their order', () => {
    const given = maskContacts(standing)
    expect(given).not.toMatch(/600|555|ana\.ruiz/u)
    expect(withMasked(given, standing)).toBe(standing)
    expect(withMasked(`${given}. Tried (***56).`, standing)).toBe(`${standing}. Tried (+49 171 555 1256).`)
    expect(withMasked('Write to a***@reach.example, not b***@reach.example.', standing)).toBe(
      'Write to ana.ruiz@reach.example, not b***@reach.example.',
    )
  })

  test('is nothing where nothing was masked', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (given, words) => {
        fc.pre(maskContacts(words) === words)
        expect(withMasked(given, words)).toBe(given)
      }),
    )
  })
})

test('a stay is over at its end, and only a guest has one', () => {
  const over = (role: string, guestUntilMs: number | null): boolean => isStayOver({ role, guestUntilMs }, 100)
  expect([over('guest', 100), over('guest', 101), over('guest', null), over('agent', 1)]).toEqual([
    true,
    false,
    false,
    false,
  ])
})
