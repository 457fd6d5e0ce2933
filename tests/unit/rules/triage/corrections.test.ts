import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../shared/demo/seeded-random.ts'
import {
  FURTHEST,
  learn,
  MOST_CORRECTIONS,
  NO_CORRECTIONS,
} from '../../../../shared/rules/triage/corrections.ts'
import type { Lesson } from '../../../../shared/rules/triage/corrections.ts'
import { shippedModel, triage } from '../../../../shared/rules/triage/triage.ts'
import type { TicketKind } from '../../../../shared/rules/work-kind.ts'

const model = shippedModel()
const WORDS =
  'refund invoice crash error zorblax quindle flimmerkiste update order printer delivery reset kaputt factura senha'.split(
    ' ',
  )
const aLesson = fc
  .record({
    ticketId: fc.integer({ min: 1, max: 30 }).map(String),
    kind: fc.constantFrom<TicketKind>('service', 'support', 'both'),
    atMs: fc.integer({ min: 1, max: 1_000_000 }),
    subject: fc.constantFrom('', 'Hello', 'zorblax'),
    body: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map(words => words.join(' ')),
  })
  .map((lesson): Lesson => lesson)
const lessons = fc.uniqueArray(aLesson, {
  maxLength: 12,
  selector: ({ ticketId, atMs }) => `${ticketId}:${atMs}`,
})

const chanceOf = (text: string, side: 'service' | 'support', corrections = NO_CORRECTIONS): number => {
  const { kind, likeliest, confidence } = triage({ subject: '', body: text }, { corrections })
  return (kind === 'unsure' ? likeliest : kind) === side ? confidence : -confidence
}

describe('learning from decisions', () => {
  test('nothing taught, nothing changed', () => {
    expect(learn(model, [])).toEqual(NO_CORRECTIONS)
  })

  test('comes out the same in whatever order decisions arrive, and twice the same is once', () => {
    fc.assert(
      fc.property(lessons, fc.integer(), (given, seed) => {
        const random = seededRandom(seed)
        const mixed = given
          .map(lesson => ({ lesson, at: random() }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ lesson }) => lesson)
        const learnt = learn(model, given)
        expect(learn(model, mixed)).toEqual(learnt)
        expect(learn(model, [...given, ...given])).toEqual(learnt)
      }),
      { numRuns: 60 },
    )
  })

  test('stays within bounds', () => {
    fc.assert(
      fc.property(lessons, given => {
        const learnt = learn(model, given)
        expect(learnt.size).toBeLessThanOrEqual(MOST_CORRECTIONS)
        for (const pair of learnt.values()) {
          for (const value of pair) expect(Math.abs(value)).toBeLessThanOrEqual(FURTHEST)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('one decision alone never moves its own words away from what was decided', () => {
    fc.assert(
      fc.property(aLesson, lesson => {
        fc.pre(lesson.kind !== 'both')
        const side = lesson.kind === 'support' ? 'support' : 'service'
        const text = `${lesson.subject}\n${lesson.body}`
        const before = triage({ subject: lesson.subject, body: lesson.body })
        const after = triage(
          { subject: lesson.subject, body: lesson.body },
          { corrections: learn(model, [lesson]) },
        )
        expect(text).not.toBe('')
        if (before.kind === side) expect(after.kind).toBe(side)
      }),
      { numRuns: 100 },
    )
  })

  test('of one ticket only the newest decision counts', () => {
    const lesson = {
      ticketId: 't',
      atMs: 1,
      subject: '',
      body: 'the zorblax quindle',
      kind: 'service' as const,
    }
    const later = { ...lesson, atMs: 2, kind: 'support' as const }
    expect(learn(model, [lesson, later])).toEqual(learn(model, [later]))
  })

  test('words the model never met are learnt, and what it knows stays', () => {
    const taught = Array.from({ length: 6 }, (_, index): Lesson => ({
      ticketId: `t${index}`,
      atMs: index,
      kind: 'support',
      subject: 'Zorblax',
      body: `The zorblax of room ${index} is quindled`,
    }))
    const corrections = learn(model, taught)
    const asked = 'our zorblax is quindled'
    expect(chanceOf(asked, 'support', corrections)).toBeGreaterThan(chanceOf(asked, 'support'))
    expect(triage({ subject: '', body: asked }, { corrections }).kind).toBe('support')
    const other = 'Please refund the invoice, you charged me twice for the order'
    expect(triage({ subject: '', body: other }, { corrections }).kind).toBe(
      triage({ subject: '', body: other }).kind,
    )
  })
})
