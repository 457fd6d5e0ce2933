import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AUTHOR_KINDS, THREAD_STATES } from '../../../shared/domain/values.ts'
import { filedValues } from '../../../shared/rules/forms/filed-values.ts'
import { isMachine } from '../../../shared/rules/receivers.ts'
import { answerAfter, isWaiting, waitsAgain } from '../../../shared/rules/takeover/takeover.ts'
import { aTakeover, aThread } from '../../support/builders.ts'

const line = fc.record({ authorKind: fc.constantFrom(...AUTHOR_KINDS), bodyText: fc.string() })

describe('after a line of a bot', () => {
  test('only what the customer says at once is the answer', () => {
    const bot = { authorKind: 'bot', bodyText: 'Which?' } as const
    const them = { authorKind: 'customer', bodyText: ' The S2. ' } as const
    expect(answerAfter([bot, them], 0)).toBe('The S2.')
    expect(answerAfter([bot, bot, them], 0)).toBeNull()
    expect(answerAfter([bot], 0)).toBeNull()
  })
  test('an answer is always some customer’s words', () => {
    fc.assert(
      fc.property(fc.array(line), fc.nat(20), (said, place) => {
        const answer = answerAfter(said, place)
        if (answer === null) return
        expect(said[place + 1]?.authorKind).toBe('customer')
        expect(answer.trim()).not.toBe('')
      }),
    )
  })
})

describe('a person is needed again', () => {
  test('only where it was taken over and everything is done', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...THREAD_STATES), { maxLength: 3 }),
        fc.boolean(),
        (states, isTaken) => {
          const takeover = aTakeover({ takenAtMs: isTaken ? 1 : null })
          const threads = states.map(state => aThread({ state, solvedAtMs: 1 }))
          const isDone = states.length > 0 && states.every(state => state === 'solved' || state === 'closed')
          expect(waitsAgain(takeover, threads)).toBe(isTaken && isDone)
          expect(isWaiting(takeover)).toBe(!isTaken)
        },
      ),
    )
    expect(waitsAgain(null, [aThread({ state: 'solved' })])).toBe(false)
  })
})

test('a machine is no person: a bot neither', () => {
  expect(AUTHOR_KINDS.filter(authorKind => isMachine({ authorKind }))).toEqual(['automation', 'bot'])
})

describe('what a form elsewhere says', () => {
  const field = { label: { en: 'Model' }, options: [], isRequired: false, isEarly: false }
  const items = [
    {
      ...field,
      key: 'model',
      type: 'choice',
      options: [{ key: 's2', label: { en: 'Scanner', de: 'Leser' } }],
    },
    { ...field, key: 'count', type: 'number' },
    { ...field, key: 'isNew', type: 'yes-no' },
  ]
  const forms = [{ kind: 'support' as const, items }]
  test('is kept as the fields of the kind keep it', () => {
    expect(filedValues(forms, ['support'], { model: 'leser', count: '2,5', isNew: 'yes' })).toEqual({
      model: 's2',
      count: 2.5,
      isNew: true,
    })
    expect(filedValues(forms, ['service'], { model: 'leser' })).toEqual({ model: 'leser' })
  })
  test('is never lost, whatever it is, except where nothing was said', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('model', 'count', 'isNew', 'page'), value), said => {
        const kept = filedValues(forms, ['support'], said)
        const words = Object.keys(said).filter(key => said[key] !== null && String(said[key]).trim() !== '')
        expect(Object.keys(kept).toSorted()).toEqual(words.toSorted())
      }),
    )
  })
})
